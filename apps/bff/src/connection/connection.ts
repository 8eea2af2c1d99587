import type { LinkedItem, Status } from '@goalkeeper/contract/catalogue'
import type { Capability } from '@goalkeeper/contract/status'
import type { Settings } from '@goalkeeper/contract/connection'
import type { Router } from 'express'
import type { Logger } from 'pino'
import type { Activity } from '../activity/activity.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/connect.ts'
import type { Events } from '../events/events.ts'
import type { Gateway, SettledWrite } from '../gateway/gateway.ts'
import { AppError } from '../http/app-error.ts'
import type { Caller } from '../http/caller.ts'
import { type Capabilities, capabilitiesFrom, type Known } from './capabilities.ts'
import {
  type Finding,
  type Findings,
  inWords,
  type Knowledge,
  loadKnowledge,
  storeFindings,
} from './capability-store.ts'
import type { CapabilityName } from './capability-texts.ts'
import { createConnectionRouter } from './connection-router.ts'
import { parentByIdFinding } from './parent-by-id.ts'
import { createProber } from './prober.ts'
import { type Changes, initialStored, loadStored, settingsOf, store } from './settings.ts'
import { loadMeanings, seedSandboxMeanings, type StatusMeaning, storeMeanings } from './status-meanings.ts'
import { noCheckRuns, readLastOutcome } from './write-check/check-store.ts'
import { createWriteCheck } from './write-check/write-check.ts'
import { decideWrites, type WritesDecision } from './writes-decision.ts'

/** What is known about this tenant and decided for it. */
export type Connection = {
  /** Typed flags for the rooms that call the tenant. Read it again for every job: a probe may change it. */
  capabilities: () => Capabilities
  /** One of them as it is known. */
  known: (name: CapabilityName) => Known
  /** The same knowledge in words, for the Connection page. */
  capabilityList: () => Capability[]
  /** Keeps what a room found out in passing. What is known already costs nothing. */
  learn: (findings: Findings) => Promise<void>
  /** True once everything has been asked at least once, of this tenant. */
  isProbed: () => boolean
  /** When that was last, epoch milliseconds. */
  probedAt: () => number | null
  settings: () => Settings
  saveSettings: (changes: Changes<Settings>) => Promise<Settings>
  /** Company attributes that are worth a column, while an admin has not chosen any. */
  suggestAttributes: (names: string[]) => Promise<void>
  meanings: () => readonly StatusMeaning[]
  saveMeanings: (meanings: readonly StatusMeaning[]) => Promise<void>
  writesDecision: () => WritesDecision
  /** Statuses that nobody has given a meaning yet. */
  statusesUnanswered: () => Promise<number>
  /** Learns from a confirmed write what only writing can show. */
  learnFromWrite: (settled: Pick<SettledWrite, 'kind' | 'request' | 'data'>) => Promise<void>
  /** Called with every change of capabilities, settings or meanings. */
  onChanged: (listener: () => void) => () => void
  /** Reads what is stored, and probes in the background where that is missing or over a week old. */
  start: () => Promise<void>
  stop: () => Promise<void>
  router: Router
}

type ConnectionParts = {
  database: Database
  gateway: Gateway
  config: Pick<Config, 'tenant' | 'writes' | 'limits'>
  events: Events
  log: Logger
  /** Of the catalogue, which in turn asks for meanings. */
  statuses: () => Promise<Status[]>
  rebuilt: () => Promise<void>
  /** Of the catalogue: the CTAs and plans of a company. */
  linkables: (companyId: string, caller: Caller) => Promise<LinkedItem[]>
  /** Keeps for good what an admin did here. */
  record: Activity['record']
  now?: () => number
}

/** Keeps everything in memory, because every call asks for it; the store is read again whenever something changes. */
export function createConnection(parts: ConnectionParts): Connection {
  const { database, gateway, config, events, log, now = Date.now } = parts
  const listeners = new Set<() => void>()
  let knowledge: Knowledge = new Map()
  let capabilities = capabilitiesFrom(knowledge)
  let stored = initialStored
  let meanings: StatusMeaning[] = []
  let decision = decide('never', false)
  let isTelling = false
  let reading: Promise<void> = Promise.resolve()

  function decide(writeCheck: Awaited<ReturnType<typeof readLastOutcome>>, stopped: boolean): WritesDecision {
    return decideWrites({ mode: config.writes, sandbox: config.tenant.sandbox, stopped, writeCheck })
  }

  async function readStore(): Promise<void> {
    knowledge = await loadKnowledge(database)
    capabilities = capabilitiesFrom(knowledge)
    stored = await loadStored(database)
    meanings = await loadMeanings(database)
    decision = decide(await readLastOutcome(database, now()), await gateway.isStopped())
    gateway.setWritesAllowed(decision)
    for (const listener of listeners) listener()
  }

  /** One after the other, so that nothing older is put in the place of something newer. */
  function reload(): Promise<void> {
    reading = reading.then(readStore, readStore)
    return reading
  }

  /** Tells the rooms, the browsers and the other processes. */
  async function changed(): Promise<void> {
    await reload()
    isTelling = true
    events.emit({ type: 'connection' })
    isTelling = false
  }

  const hearOthers = () =>
    events.on((event) => {
      if (event.type !== 'connection' || isTelling) return
      reload().catch((error: unknown) => log.error({ err: error }, 'The connection could not be read again'))
    })

  async function keep(findings: Findings): Promise<void> {
    await storeFindings(database, findings, now())
    await changed()
  }

  const isNews = ([name, finding]: [string, Finding]) => {
    const before = knowledge.get(name as CapabilityName)
    return before?.state !== finding.state || JSON.stringify(before.value) !== JSON.stringify(finding.value ?? null)
  }

  async function learn(findings: Findings): Promise<void> {
    const news = Object.fromEntries(Object.entries(findings).filter(isNews))
    if (Object.keys(news).length > 0) await keep(news)
  }

  async function save(changes: Changes<typeof stored>): Promise<void> {
    await store(database, changes)
    await changed()
  }

  const prober = createProber({
    gateway,
    capabilities: () => capabilities,
    findingOf: (name) => knowledge.get(name),
    learn: keep,
    probedAt: () => stored.probedAt,
    setProbedAt: (probedAt) => save({ probedAt }),
    now,
    log,
  })

  const writeCheck = createWriteCheck({
    database,
    gateway,
    capabilities: () => capabilities,
    learn: keep,
    linkables: parts.linkables,
    now,
  })

  let forgetOthers = () => {}
  const connection: Omit<Connection, 'router'> = {
    capabilities: () => capabilities,
    known: (name) => knowledge.get(name)?.state ?? 'unknown',
    capabilityList: () => inWords(knowledge),
    learn,
    isProbed: () => stored.probedAt !== null,
    probedAt: () => stored.probedAt,
    settings: () => settingsOf(stored),
    async saveSettings(changes) {
      await save(changes)
      return settingsOf(stored)
    },
    async suggestAttributes(suggestedAttributes) {
      if (suggestedAttributes.join() !== stored.suggestedAttributes.join()) await save({ suggestedAttributes })
    },
    meanings: () => meanings,
    async saveMeanings(list) {
      await storeMeanings(database, list)
      await changed()
    },
    writesDecision: () => decision,
    async statusesUnanswered() {
      return (await parts.statuses()).filter(({ meaning }) => meaning === null).length
    },
    async learnFromWrite(settled) {
      const finding = parentByIdFinding(settled)
      if (finding) await learn({ parentById: finding })
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async start() {
      if (config.tenant.sandbox) await seedSandboxMeanings(database)
      if (database.kind === 'embedded') await noCheckRuns(database)
      await reload()
      forgetOthers = hearOthers()
      prober.start()
    },
    async stop() {
      forgetOthers()
      await prober.stop()
      await writeCheck.stop()
    },
  }
  const router = createConnectionRouter({
    connection,
    record: parts.record,
    usualShare: config.limits.sharePercent,
    statuses: parts.statuses,
    rebuilt: parts.rebuilt,
    probe: prober.probe,
    async checkWrites(request) {
      if (decision.mode === 'off') throw new AppError('read-only', decision.reason ?? '')
      const result = await writeCheck.run(request)
      await changed()
      return { ...result, capabilities: inWords(knowledge) }
    },
    async setStopped(stopped) {
      await gateway.setStopped(stopped)
      await changed()
    },
  })
  return { ...connection, router }
}

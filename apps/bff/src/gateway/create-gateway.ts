import * as texts from '@goalkeeper/texts/server/gateway'
import * as common from '@goalkeeper/texts/server/common'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pacing } from '@goalkeeper/contract/connection'
import { checkRequest } from '@goalkeeper/gainsight/request-check'
import { pathOf, type TenantRoute } from '@goalkeeper/gainsight/route'
import { type ReplyOf, tenantRoutes } from '@goalkeeper/gainsight/routes'
import { Router } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#bff/config.ts'
import type { Database } from '#bff/database/connect.ts'
import type { Events } from '#bff/events/events.ts'
import { createAdmitWrite } from './admit-write.ts'
import { rateLimitHeaders, readMeter } from './budget-meter.ts'
import { createBudget } from './budget.ts'
import { createDoubts } from './doubts.ts'
import { createGatewayRoutes } from './gateway-routes.ts'
import type { Gateway, KnownGoals, ReadOptions, ReadRoute, SeenGoals, SettledWrite, TenantFacts } from './gateway.ts'
import { createGoalSearch } from './goal-search.ts'
import { type IntentFile, openIntentFile } from './intent-file.ts'
import { createJournal } from './journal.ts'
import { createProxy } from './proxy.ts'
import { routeLabels } from './route-table.ts'
import { createSend } from './send.ts'
import { createSettle } from './settle.ts'
import { createSettler } from './settler.ts'
import { withdrawnError } from './slot-gate.ts'
import { createTransport } from './transport.ts'
import { createInquiry } from './unknown.ts'
import { createWriteDesk } from './write-desk.ts'
import { readWriteEntries, readWriters } from './write-entries.ts'
import { createWriteRoutes } from './write-routes.ts'
import { createWrites } from './write.ts'

export type GatewayOptions = {
  database: Database
  config: Pick<Config, 'tenant' | 'limits' | 'dataDir'>
  events: Pick<Events, 'emit'>
  log: Logger
  goals: KnownGoals
  seen: SeenGoals
  facts: () => TenantFacts
  /** How the limits are divided, as an admin has set it. */
  pacing: () => Pacing
  /** Hears of every call that was sent: which, how it ended, and in how many seconds. */
  onCall?: (route: string, outcome: string, seconds: number) => void
  /** Hears of every write that is known to be applied, before its reply goes out. */
  onSettled: (settled: SettledWrite) => Promise<void>
}

/** Less than a stop may take, which also has to finish what is on its way. */
const lastTurnsMs = 25_000

/** Builds the gateway. Nothing is sent before `start`. */
export function createGateway({
  database,
  config,
  events,
  log,
  goals,
  seen,
  facts,
  pacing,
  onCall = () => undefined,
  onSettled,
}: GatewayOptions): Gateway {
  const { tenant, limits } = config
  const { timeoutMs } = tenant
  const processId = randomUUID()
  const budget = createBudget({ database, limits, pacing, timeoutMs, processId, log })
  const { clock } = budget
  const transport = createTransport(tenant)
  const proxy = createProxy(tenant)
  const { send, idle } = createSend(budget, timeoutMs, onCall)
  const journal = createJournal(database.db, processId)
  const doubts = createDoubts(database.db, timeoutMs)
  const search = createGoalSearch(read, facts)
  let intentFile: IntentFile | null = null
  let decision: { allowed: boolean; reason: string | null } = { allowed: false, reason: texts.goalkeeperIsStarting }
  const intents = () => intentFile

  const settle = createSettle({ journal, intents, clock, events, onSettled, log })
  const inquire = createInquiry({ goals, search, doubts })
  const settler = createSettler({ doubts, settle, inquire, clock, timeoutMs, log })
  const writes = createWrites({
    journal,
    budget,
    admitWrite: createAdmitWrite({
      budget,
      journal,
      goals,
      search,
      tell: (write) => events.emit({ type: 'write', write }),
    }),
    intents,
    send,
    transport: transport.send,
    settle,
    goals,
    facts,
    readOnlyBecause: () => (decision.allowed ? null : (decision.reason ?? common.writingIsNotAllowed)),
    clock,
    onDoubt: settler.wake,
  })
  const desk = createWriteDesk({ journal, doubts, settle, budget, goals, withdraw: writes.withdraw, clock })

  async function read<Name extends ReadRoute>(
    name: Name,
    request: unknown,
    { lane, isSpread, actor, session = actor, signal, params }: ReadOptions<Name>,
  ): Promise<ReplyOf<Name>> {
    const route: TenantRoute = tenantRoutes[name]
    const body = route.request && JSON.stringify(checkRequest(route.request, request))
    const path = pathOf(route, params)
    const slot = await budget.admit({
      limitClass: route.limitClass,
      lane,
      isSpread,
      session,
      label: routeLabels[name],
      signal,
    })
    if (signal?.aborted) {
      await budget.giveBack(slot)
      throw withdrawnError()
    }
    const call = { method: route.method, path, body, effect: route.effect }
    const { data } = await send(slot, route, call, transport.send, signal)
    // Read by the route's own schema, which the table's type has forgotten.
    return data as ReplyOf<Name>
  }

  /**
   * Where other processes go on meanwhile, as in a rolling restart, those who wait still get their turn. A process that is alone is wanted
   * back soon, and those who wait would rather come again.
   */
  async function lastTurns(): Promise<void> {
    if (database.kind === 'embedded') return
    const served = new AbortController()
    const tooLong = sleep(lastTurnsMs, undefined, { signal: served.signal }).catch(() => undefined)
    await Promise.race([Promise.all([budget.noneWaiting(), writes.idle()]), tooLong])
    served.abort()
  }

  return {
    read,
    write: writes.write,
    ...desk,
    writeEntries: (filter, after, limit) => readWriteEntries(database.db, filter, after, limit),
    writers: () => readWriters(database.db),
    budget: () => readMeter(budget, limits),
    setStopped: budget.setStopped,
    isStopped: budget.isStopped,
    setWritesAllowed(allowed) {
      decision = allowed
    },

    lastUse: () => budget.lastUse(),

    async start({ isRestored } = { isRestored: false }) {
      if (database.kind === 'embedded') intentFile = await openIntentFile(config.dataDir, database.db)
      await budget.start({ holdsBack: isRestored })
      if (isRestored) await doubts.doubtAll(clock.now())
      await settler.start({ isAlone: database.kind === 'embedded' })
    },

    async stop() {
      await settler.stop()
      await lastTurns()
      budget.stop()
      await writes.idle()
      await idle()
      await transport.close()
      proxy.close()
      await intentFile?.close()
    },

    router: Router()
      .use(
        createGatewayRoutes({
          budget,
          send,
          proxy: proxy.send,
          write: writes.write,
          seen,
          rateLimitHeaders: (lane) => rateLimitHeaders(budget, limits, lane),
        }),
      )
      .use(createWriteRoutes(desk, seen)),
  }
}

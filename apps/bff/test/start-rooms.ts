import type { FieldValue } from '@goalkeeper/contract/goals'
import { associatedIds } from '@goalkeeper/gainsight/goals'
import express from 'express'
import { pino } from 'pino'
import { createCatalogue } from '#bff/catalogue/catalogue.ts'
import type { GoalsSeen } from '#bff/catalogue/goals-seen.ts'
import { loadConfig } from '#bff/config.ts'
import { createConnection } from '#bff/connection/connection.ts'
import { everyGoal } from '#bff/connection/probes/probe.ts'
import { openDatabase } from '#bff/database/connect.ts'
import { createEvents } from '#bff/events/events.ts'
import { createGateway } from '#bff/gateway/create-gateway.ts'
import { errorHandler } from '#bff/http/error-handler.ts'
import { requestLog } from '#bff/http/request-log.ts'
import { createSessions } from '#bff/http/session.ts'
import { listen } from '#bff/listen.ts'
import { createBrowser } from './browser.ts'
import { type StartOptions, setStage } from './start-bff.ts'
import { until } from './until.ts'

/**
 * Gateway, connection and catalogue without the goal index, against a real sandbox: for tests that set the clock, and that
 * count calls which a sync would add to. `readGoals` stands for a sync: it reads one page of goals and tells the catalogue.
 */
export async function startRooms(options: StartOptions = {}) {
  const stage = await setStage(options)
  const config = loadConfig(stage.env)
  const log = pino({ level: 'silent' })
  const database = await openDatabase(config.database, stage.dataDir, log)
  const events = createEvents(log)
  const clock = { offsetMs: 0 }
  const now = () => Date.now() + clock.offsetMs
  const seen = new Map<string, Set<string>>()
  const goalsSeen: GoalsSeen = {
    idsSeen: async (field) => [...(seen.get(field) ?? [])],
    linkCounts: async (ids) => new Map([...ids].map((id) => [id, 1])),
    refusedFields: () => [],
  }
  const gateway = createGateway({
    database,
    config: { ...config, dataDir: stage.dataDir },
    events,
    log,
    goals: {
      fresh: async () => null,
      lastSeen: async () => null,
      named: async () => null,
      statusId: async () => null,
    },
    facts: () => ({ ...connection.capabilities(), correlationField: connection.settings().correlationField }),
    onSettled: (settled) => catalogue.learnFromWrite(settled),
  })
  const connection = createConnection({
    database,
    gateway,
    config,
    events,
    log,
    statuses: () => catalogue.statuses(),
    linkables: (companyId, caller) => catalogue.linkablesOf(companyId, caller),
    now,
  })
  const catalogue = createCatalogue({ database, gateway, connection, events, log, goalsSeen, now })

  const { requireSession } = createSessions({ open: true, launchSecret: 'launch', installSecret: 'install' })
  const app = express()
  app.use(requestLog(log), requireSession, connection.router, catalogue.router, errorHandler)
  const server = await listen(app, config)
  await gateway.start()
  await connection.start()
  await catalogue.start()

  /** Reads a page of goals, and lets the catalogue know what they name. */
  async function readGoals(): Promise<Record<string, FieldValue | undefined>[]> {
    const { pageBase, refusedFields } = connection.capabilities()
    const select = [
      'Gsid',
      'Name',
      'CompanyId',
      'RelationshipId',
      'OpportunityId',
      'StatusId',
      'DueDate',
      'Description',
    ]
    const request = { select: select.filter((name) => !refusedFields.has(name)), pageSize: 100, pageNumber: pageBase }
    const { recordList } = await gateway.read('fetchGoals', everyGoal(connection.capabilities(), request), {
      lane: 'sync',
      actor: 'sync',
    })
    for (const entry of recordList) {
      for (const [field, value] of [...Object.entries(entry.dataList), ...Object.entries(associatedIds(entry))]) {
        const ids = seen.get(field) ?? new Set()
        for (const id of [value].flat()) if (typeof id === 'string') ids.add(id)
        seen.set(field, ids)
      }
    }
    const all = (field: string) => seen.get(field) ?? []
    catalogue.ensure({
      companies: all('CompanyId'),
      relationships: all('RelationshipId'),
      opportunities: all('OpportunityId'),
      statuses: all('StatusId'),
      ctas: all('CTA'),
      plans: all('SP'),
    })
    return recordList.map(({ dataList }) => dataList as Record<string, FieldValue>)
  }

  return {
    sandbox: stage.sandbox,
    database,
    gateway,
    connection,
    catalogue,
    events,
    browser: createBrowser(server.url),
    seen: (field: string) => [...(seen.get(field) ?? [])],
    readGoals,
    /** Moves the clock of the rooms on. */
    pass(ms: number) {
      clock.offsetMs += ms
    },
    probed: () => until(() => connection.isProbed()),
    async stop() {
      await server.close(1000)
      await catalogue.stop()
      await connection.stop()
      await gateway.stop()
      await database.close()
      await stage.remove()
    },
  }
}
export type Rooms = Awaited<ReturnType<typeof startRooms>>

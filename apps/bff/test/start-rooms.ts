import { associatedIds, type GoalRecord } from '@goalkeeper/gainsight/goals'
import express from 'express'
import { sql } from 'kysely'
import { pino } from 'pino'
import { type Catalogue, createCatalogue } from '#bff/catalogue/catalogue.ts'
import type { GoalsSeen } from '#bff/catalogue/goals-seen.ts'
import { loadConfig } from '#bff/config.ts'
import { type Connection, createConnection } from '#bff/connection/connection.ts'
import { everyGoal } from '#bff/connection/probes/probe.ts'
import { type Database, openDatabase } from '#bff/database/connect.ts'
import { createEvents } from '#bff/events/events.ts'
import { usualPacing } from '@goalkeeper/contract/connection'
import { createGateway } from '#bff/gateway/create-gateway.ts'
import { errorHandler } from '#bff/http/error-handler.ts'
import { requestLog } from '#bff/http/request-log.ts'
import { listen } from '#bff/listen.ts'
import { admitAnyone } from './admit-anyone.ts'
import { createBrowser } from './browser.ts'
import { seesEverything } from './sees-everything.ts'
import { type StartOptions, setStage } from './start-bff.ts'
import { until } from './until.ts'

type SandboxSwitches = Parameters<Stage['sandbox']['switches']>[0]
type Stage = Awaited<ReturnType<typeof setStage>>

/**
 * Gateway, connection and catalogue without the goal index, against a real sandbox: for tests that set the clock, that count
 * calls which a sync would add to, or that need many tenants. `readGoals` stands for a sync: it reads one page of goals and
 * tells the catalogue. `anew` begins again with a tenant that nobody knows yet, in much less time than a start takes.
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
    seen: seesEverything,
    facts: () => ({ ...rooms.connection.capabilities(), correlationField: null }),
    pacing: () => usualPacing,
    onSettled: (settled) => rooms.catalogue.learnFromWrite(settled),
  })

  function build() {
    const connection: Connection = createConnection({
      database,
      gateway,
      config,
      events,
      log,
      statuses: () => catalogue.statuses(),
      rebuilt: () => catalogue.rebuilt(),
      linkables: (companyId, caller) => catalogue.linkablesOf(companyId, caller),
      record: async () => undefined,
      now,
    })
    const catalogue: Catalogue = createCatalogue({ database, gateway, connection, events, log, goalsSeen, now })
    return { connection, catalogue }
  }
  let rooms = build()
  const start = async () => {
    await rooms.connection.start()
    await rooms.catalogue.start()
  }
  const stop = async () => {
    await rooms.catalogue.stop()
    await rooms.connection.stop()
  }

  const app = express()
  app.use(requestLog(log), admitAnyone)
  app.use((request, response, next) => rooms.connection.router(request, response, next))
  app.use((request, response, next) => rooms.catalogue.router(request, response, next))
  app.use(errorHandler)
  const server = await listen(app, config)
  await gateway.start()
  await start()

  /** Reads a page of goals, and lets the catalogue know what they name. */
  async function readGoals(): Promise<GoalRecord[]> {
    const { connection, catalogue } = rooms
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
    return recordList.map(({ dataList }) => dataList)
  }

  const probed = () => until(() => rooms.connection.isProbed())

  return {
    sandbox: stage.sandbox,
    database,
    gateway,
    events,
    get connection() {
      return rooms.connection
    },
    get catalogue() {
      return rooms.catalogue
    },
    browser: createBrowser(server.url),
    seen: (field: string) => [...(seen.get(field) ?? [])],
    readGoals,
    probed,
    /** Moves the clock of the rooms on. */
    pass(ms: number) {
      clock.offsetMs += ms
    },
    /** The sandbox as freshly started, with these switches; and rooms that know nothing of it. */
    async anew(switches: SandboxSwitches = {}) {
      await stop()
      await stage.sandbox.reset()
      stage.sandbox.switches(switches)
      await clearRoomTables(database)
      seen.clear()
      clock.offsetMs = 0
      rooms = build()
      await start()
      await probed()
    },
    async stop() {
      await server.close(1000)
      await stop()
      await gateway.stop()
      await database.close()
      await stage.remove()
    },
  }
}
export type Rooms = Awaited<ReturnType<typeof startRooms>>

async function clearRoomTables({ db }: Database): Promise<void> {
  const tables = await db.introspection.getTables()
  const own = tables.filter(({ name }) => /^(connection|catalogue)_/.test(name)).map(({ name }) => sql.table(name))
  await sql`TRUNCATE ${sql.join(own)}`.execute(db)
}

import type { Pacing } from '@goalkeeper/contract/connection'
import type { ServerEvent } from '@goalkeeper/contract/events'
import type { FieldValue, GoalDetail } from '@goalkeeper/contract/goals'
import { associatedIds, type GoalEntry } from '@goalkeeper/gainsight/goals'
import express from 'express'
import type { Logger } from 'pino'
import type { Config } from '#bff/config.ts'
import { openDatabase } from '#bff/database/connect.ts'
import { createEvents } from '#bff/events/events.ts'
import { createGateway } from '#bff/gateway/create-gateway.ts'
import type { Gateway, KnownGoals, SettledWrite, TenantFacts } from '#bff/gateway/gateway.ts'
import type { GoalVersion } from '#bff/gateway/goal-version.ts'
import { isFromBackup } from '#bff/from-backup.ts'
import { errorHandler } from '#bff/http/error-handler.ts'
import { requestLog } from '#bff/http/request-log.ts'
import { listen } from '#bff/listen.ts'
import { seesEverything } from './sees-everything.ts'
import { admitAnyone } from './admit-anyone.ts'
import { createBrowser } from './browser.ts'

export type GatewayRun = {
  config: Config
  /** Ids of the tenant's statuses by name. */
  statuses: Record<string, string>
  facts: TenantFacts
  pacing: Pacing
}

/** The real gateway with its real store behind HTTP, without the other rooms: nothing makes calls on its own. */
export async function runGateway({ config, statuses, facts, pacing }: GatewayRun, log: Logger) {
  const database = await openDatabase(config.database, config.dataDir, log)
  const events = createEvents(log)
  const heard: ServerEvent[] = []
  events.on((event) => heard.push(event))
  const settled: SettledWrite[] = []
  const seen = new Map<string, GoalVersion>()
  const gateway: Gateway = createGateway({
    database,
    config,
    events,
    log,
    goals: rememberedGoals(() => gateway, statuses, seen),
    seen: seesEverything,
    facts: () => facts,
    pacing: () => pacing,
    onSettled: async (write) => void settled.push(write),
  })
  gateway.setWritesAllowed({ allowed: true, reason: null })
  const app = express().disable('etag')
  app.use(requestLog(log))
  app.use(admitAnyone)
  app.use(gateway.router)
  app.use(errorHandler)
  const server = await listen(app, config)
  await gateway.start({ isRestored: await isFromBackup(config.dataDir) })
  return {
    gateway,
    database,
    heard,
    settled,
    url: server.url,
    browser: createBrowser(server.url),
    async stop() {
      const closed = server.close(10_000)
      await gateway.stop()
      await closed
      await database.close()
    },
  }
}

/** What the gateway asks the goal index, answered without one: what was read is remembered, and nothing is ever complete. */
function rememberedGoals(
  gateway: () => Gateway,
  statuses: Record<string, string>,
  seen: Map<string, GoalVersion>,
): KnownGoals {
  return {
    async fresh(gsid, options) {
      const select = ['Gsid', 'Name', 'StatusId', 'DueDate', 'Description', 'CompanyId']
      const where = {
        conditions: [{ fieldName: 'Gsid', value: [gsid], alias: 'A', operator: 'EQ' as const }],
        expression: 'A',
      }
      const request = { select, where, pageSize: 100, pageNumber: 1 }
      const { recordList } = await gateway().read('fetchGoals', request, { ...options, params: {} })
      const [entry] = recordList
      if (!entry) return null
      const version = versionOf(entry)
      seen.set(gsid, version)
      return { gsid, ...version, write: null, links: [], asOf: null, writes: [] }
    },
    lastSeen: async (gsid) => seen.get(gsid) ?? null,
    named: async () => null,
    statusId: async (name) => statuses[name] ?? null,
  }
}

export function versionOf(entry: GoalEntry): GoalVersion & Pick<GoalDetail, 'fields'> {
  return { fields: entry.dataList as Record<string, FieldValue>, ...associatedIds(entry) }
}

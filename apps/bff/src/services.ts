import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { tenantRoutes } from '@goalkeeper/gainsight/routes'
import type { Logger } from 'pino'
import bff from '../package.json' with { type: 'json' }
import { createActivity } from './activity/activity.ts'
import { type Catalogue, createCatalogue } from './catalogue/catalogue.ts'
import { createChanges } from './changes/changes.ts'
import type { Config } from './config.ts'
import { type Connection, createConnection } from './connection/connection.ts'
import { isFromBackup, takeUpBackup } from './from-backup.ts'
import { openStore } from './database/open-store.ts'
import { createEventStream } from './events/event-stream.ts'
import { createEvents } from './events/events.ts'
import { createRelay } from './events/relay.ts'
import { createGateway } from './gateway/create-gateway.ts'
import { createGoalIndex, type GoalIndex } from './goal-index/goal-index.ts'
import { createExports } from './exports/exports.ts'
import { createImports } from './imports/imports.ts'
import { createHealth } from './health/health.ts'
import { createMetrics } from './health/metrics.ts'
import { createStatus } from './health/status.ts'
import { createGuards } from './http/guards.ts'
import { createOpenApi } from './http/openapi.ts'
import { securityHeaders } from './http/security-headers.ts'
import { fingerprintOf, prepareDataDir, readInstallSecret } from './installation.ts'
import { createPeople } from './people/people.ts'
import { createReviews } from './reviews/reviews.ts'
import { isServedByHttps } from './sign-in-config.ts'
import { createViews } from './views/views.ts'
import { createWebApp } from './web-app/web-app.ts'

export type Services = Awaited<ReturnType<typeof createServices>>

/** Longer than load balancers usually wait between two looks at /readyz. */
const drainMs = 2_000

const webAppFolder = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/**
 * Builds every room once. Nothing calls the tenant before `start`; `stop` lets what is in flight finish and closes the store.
 * Rooms that know each other are handed functions, because one of them has to be built first.
 */
export async function createServices(config: Config, log: Logger, now: () => number = Date.now) {
  await prepareDataDir(config.dataDir)
  const installSecret = await readInstallSecret(config.dataDir)
  const webApp = await createWebApp(webAppFolder)
  const database = await openStore(config, log)
  const events = createEvents(log)

  const activity = createActivity({
    database,
    changes: (filter, after, limit) => goalIndex.changeEntries(filter, after, limit),
    writes: (filter, after, limit) => gateway.writeEntries(filter, after, limit),
    actors: async () => [...(await goalIndex.changers()), ...(await gateway.writers())],
    goalNames: (gsids) => goalIndex.goalNames(gsids),
    seenOf: (asker, gsids) => goalIndex.sights.seenOf(asker, gsids),
  })

  const metrics = createMetrics()
  const gateway = createGateway({
    database,
    config,
    events,
    log,
    goals: {
      fresh: (gsid, options) => goalIndex.fresh(gsid, options),
      lastSeen: (gsid) => goalIndex.lastSeen(gsid),
      named: (name, parent) => goalIndex.named(name, parent),
      statusId: (name) => goalIndex.statusId(name),
    },
    seen: {
      seenOf: (asker, gsids) => goalIndex.sights.seenOf(asker, gsids),
      requireSeen: (asker, gsid) => goalIndex.sights.requireSeen(asker, gsid),
      requireWouldBeSeen: (asker, body) => goalIndex.sights.requireWouldBeSeen(asker, body),
    },
    onCall: metrics.onCall,
    pacing: () => connection.settings().pacing,
    facts: () => ({ ...connection.capabilities(), correlationField: connection.settings().correlationField }),
    onSettled: async (settled) => {
      if (!(await goalIndex.applySettled(settled))) await activity.recordUnchanged(settled.write)
      await catalogue.learnFromWrite(settled)
      await connection.learnFromWrite(settled)
    },
  })
  const connection: Connection = createConnection({
    database,
    gateway,
    config,
    events,
    log,
    statuses: () => catalogue.statuses(),
    rebuilt: () => catalogue.rebuilt(),
    linkables: (companyId, caller) => catalogue.linkablesOf(companyId, caller),
    record: activity.record,
  })
  const catalogue: Catalogue = createCatalogue({
    database,
    gateway,
    connection,
    events,
    log,
    goalsSeen: {
      idsSeen: (field) => goalIndex.idsSeen(field),
      linkCounts: (ids) => goalIndex.linkCounts(ids),
      refusedFields: () => goalIndex.refusedFields(),
    },
  })
  const goalIndex: GoalIndex = createGoalIndex({ database, gateway, catalogue, connection, config, events, log })

  const changes = createChanges({
    database,
    gateway,
    goalIndex,
    catalogue,
    connection,
    config,
    events,
    record: activity.record,
    log,
    now,
  })

  const exports = createExports({ goalIndex, catalogue, record: activity.record, now })
  const imports = createImports({ database, goalIndex, catalogue, connection, gateway, changes, now })
  const reviews = createReviews({
    database,
    goalIndex,
    catalogue,
    connection,
    changes,
    record: activity.record,
    now,
  })

  const views = createViews({ database, goalIndex, events, record: activity.record, now })

  const configured = 'launchSecret' in config.signIn ? config.signIn.launchSecret : null
  const launchSecret = configured ?? randomBytes(24).toString('base64url')
  const people = createPeople({
    database,
    config,
    launchSecret,
    usersByEmail: (emails) => catalogue.usersByEmail(emails),
    fields: () => catalogue.fields(),
    record: activity.record,
    events,
    log,
    now,
  })
  const health = createHealth(database)
  const fingerprint = fingerprintOf(config.tenant.accessKey, installSecret)
  const status = createStatus({
    tenant: config.tenant,
    fingerprint,
    version: bff.version,
    gateway,
    goalIndex,
    connection,
  })
  const openApi = createOpenApi(bff.version, Object.values(tenantRoutes))
  const budgetEvent = async () => ({ type: 'budget' as const, budget: await gateway.budget() })
  const eventStream = createEventStream({
    events,
    log,
    snapshot: async () => [await budgetEvent(), { type: 'sync', sync: goalIndex.sync() }],
    tick: budgetEvent,
    isStillIn: people.isStillIn,
  })

  const relay =
    config.database.kind === 'postgres'
      ? createRelay({
          url: config.database.url,
          events,
          log,
          leads: () => goalIndex.leads(),
          readWrite: (id) => gateway.readWrite(id),
          listWrites: () => gateway.listWrites(),
        })
      : null

  async function start(): Promise<void> {
    await relay?.start()
    const { dataDir } = config
    const isRestored = await isFromBackup(dataDir)
    const lastUse = await gateway.lastUse()
    await gateway.start({ isRestored })
    if (isRestored) await takeUpBackup({ dataDir, lastUse, people, record: activity.record })
    await connection.start()
    await catalogue.start()
    await goalIndex.start()
    changes.start()
    health.ready()
  }

  /** Where another process can take over, lets a load balancer see that this one is about to stop. Until then it serves. */
  async function drain(): Promise<void> {
    if (database.kind === 'embedded') return
    health.draining()
    await sleep(drainMs)
  }

  /** `served` resolves when every reply is out: until then the store stays open. */
  async function stop(served: Promise<void> = Promise.resolve()): Promise<void> {
    health.stopping()
    eventStream.stop()
    await changes.stop()
    await goalIndex.stop()
    await catalogue.stop()
    await connection.stop()
    await gateway.stop()
    await served
    await relay?.stop()
    await database.close()
  }

  return {
    log,
    database,
    events,
    gateway,
    connection,
    catalogue,
    goalIndex,
    activity,
    changes,
    exports,
    imports,
    reviews,
    views,
    launchSecret,
    headers: securityHeaders({ isSecure: isServedByHttps(config) }),
    guards: createGuards(config),
    people,
    health,
    metrics: { timeRequests: metrics.timeRequests, router: metrics.router({ gateway, goalIndex, now: Date.now }) },
    status,
    openApi,
    eventStream,
    webApp,
    start,
    drain,
    stop,
  }
}

import * as common from '@goalkeeper/texts/server/common'
import * as texts from '@goalkeeper/texts/server/goals'
import type { Sync } from '@goalkeeper/contract/status'
import { createLease } from '#bff/database/lease.ts'
import { createDayCounts } from './day-counts.ts'
import { createGoalReader, type GoalReader } from './goal-reader.ts'
import type { IndexWriter } from './index-writer.ts'
import { createLearning, type LearnFromGoals } from './learn-from-goals.ts'
import type { GoalIndexNeeds } from './needs.ts'
import type { SyncContext } from './sync-context.ts'
import { createSyncLoop } from './sync-loop.ts'
import { initialSyncState, loadSyncState, saveSyncState } from './sync-state.ts'

/** Keeps the index in step with the tenant, and knows how well it is. */
export type GoalSync = {
  status: () => Sync
  /** When the index was last known to agree with the tenant; while the first reading runs, when the tenant last answered. */
  asOf: () => number | null
  /** When the index last agreed with the tenant; null before the first sweep has ended. */
  agreedAt: () => number | null
  /** Whether the index is known to hold every goal. */
  isComplete: () => boolean
  /** Whether earlier sightings asked for a field too. */
  wasAsked: (field: string) => boolean
  refusedFields: () => string[]
  /** Whether it is this process that syncs, as far as it knows. */
  leads: () => boolean
  reader: GoalReader
  learn: LearnFromGoals
  start: () => Promise<void>
  stop: () => Promise<void>
}

export function createSync(needs: GoalIndexNeeds & { now: () => number }, writer: IndexWriter): GoalSync {
  const { database, gateway, catalogue, connection, config, events, log, now } = needs
  const state = initialSyncState()
  const ending = new AbortController()
  /** What the process that syncs has told last, while it is not this one. */
  let told: Sync | null = null
  let isTelling = false
  const learn = createLearning(catalogue)
  const refused = {
    has: (field: string) => Object.hasOwn(state.refusedSelects, field),
    add: (fields: string[]) => {
      for (const field of fields) state.refusedSelects[field] = now()
    },
  }
  const reader = createGoalReader({ gateway, catalogue, connection, now, learn, refused })

  const refusedFields = () => Object.keys(state.refusedSelects).toSorted()
  const isComplete = () => state.completedAt !== null && state.incompleteBecause === null
  const wasAsked = (field: string) => state.knownFields.includes(field)
  async function reload(): Promise<void> {
    Object.assign(state, await loadSyncState(database))
    // The page that it goes on with may have been read before.
    if (state.sweep) state.sweep.isResumed = true
    await writer.recount()
  }

  const lease = createLease(database, 'sync')
  const context: SyncContext = {
    database,
    connection,
    state,
    now,
    save: () =>
      database.db.transaction().execute(async (transaction) => {
        await lease.guard(transaction)
        await saveSyncState(transaction, state)
      }),
    reload,
    isTenantKnown: async () => connection.isProbed() && (await catalogue.hasAskedForFields()),
    select: () => reader.select(),
    readPage: (request) => reader.readPage(request, { lane: 'sync', actor: 'sync', signal: ending.signal }),
    apply: (sightings, occasion) =>
      writer.apply(sightings, { areUnknownNew: state.completedAt !== null, wasAsked, ...occasion }, lease.guard),
    remove: (gsids, at) => writer.remove(gsids, at, lease.guard),
  }
  const countToday = createDayCounts({ database, now, guard: lease.guard, agreedAt: () => state.agreedAt, isComplete })
  const loop = createSyncLoop({
    context,
    lease,
    dayLimit() {
      const { callsPerDay, sharePercent } = config.limits
      return Math.floor((callsPerDay * (connection.settings().pacing.share ?? sharePercent)) / 100)
    },
    shortestIntervalMs: config.syncIntervalSeconds * 1000,
    log,
    onStep: tell,
    onIdle: countToday,
    onSwept: async () => {
      await writer.tidy()
      await connection.learn({ customFields: customFieldsFinding(refusedFields(), state.knownFields) })
    },
  })

  function tell(): void {
    if (!loop.isFollowing()) told = null
    isTelling = true
    events.emit({ type: 'sync', sync: status() })
    isTelling = false
  }

  /** Another process says how its syncing stands. One that waits may have ended. */
  function hear(sync: Sync): void {
    told = sync
    if (sync.state === 'waiting') loop.wake()
  }

  function status(): Sync {
    if (told && loop.isFollowing()) return told
    const { intervalMs, callsPerDay } = loop.plan()
    return {
      state: loop.state(),
      goals: writer.goals(),
      complete: isComplete(),
      completedAt: state.completedAt,
      answeredAt: state.answeredAt,
      problem: loop.problem(),
      incompleteBecause: state.incompleteBecause,
      callsPerDay,
      intervalSeconds: Math.round(intervalMs / 1000),
    }
  }

  const wakers = [
    catalogue.onChanged(({ fields }) => {
      if (fields) loop.wake()
    }),
    connection.onChanged(loop.wake),
    events.on((event) => {
      if (event.type === 'connection') loop.wake()
      if (event.type === 'sync' && !isTelling) hear(event.sync)
    }),
  ]

  return {
    status,
    asOf: () => state.agreedAt ?? state.answeredAt,
    agreedAt: () => state.agreedAt,
    isComplete,
    wasAsked,
    refusedFields,
    leads: () => !loop.isFollowing(),
    reader,
    learn,
    async start() {
      await reload()
      // Nobody knows how long nobody looked.
      state.incrementAt = 0
      loop.start()
    },
    async stop() {
      for (const off of wakers) off()
      ending.abort()
      await loop.stop()
    },
  }
}

/** What the Connection page says of the fields that a whole reading of goals asked for. */
function customFieldsFinding(refused: string[], known: string[]): { state: 'yes' | 'no'; found: string } {
  if (refused.length > 0) return { state: 'no', found: common.refusedFields(refused.join(', ')) }
  const accepted = known.filter((field) => field.endsWith('__gc')).length
  return { state: 'yes', found: texts.allWereAccepted(accepted) }
}

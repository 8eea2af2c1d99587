import type { Sync } from '@goalkeeper/contract/status'
import type { GoalDetail, GoalPage, GoalQuery } from '@goalkeeper/contract/goals'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { Router } from 'express'
import type { Kysely } from 'kysely'
import type { Source } from '#bff/activity/source.ts'
import type { CatalogueChange } from '#bff/catalogue/catalogue.ts'
import type { Schema } from '#bff/database/schema.ts'
import type { KnownGoals, SettledWrite } from '#bff/gateway/gateway.ts'
import { localDay } from '#bff/local-day.ts'
import type { Asking } from './goal-reader.ts'
import { readChangeEntries, readChangers, readGoalNames } from './change-entries.ts'
import { type GoalChanges, isWriteTold, readGoalChanges } from './goal-changes.ts'
import { type FoundGoal, missingGoal, readDetail } from './goal-detail.ts'
import { createGroups } from './groups.ts'
import { createGoalQueries, type GoalQueries } from './goal-queries.ts'
import { freezeGoals, type Freezing, type FrozenGoals } from './frozen-goals.ts'
import { createFrozenLists, type FrozenLists } from './frozen-lists.ts'
import { readFresh, readFreshMany } from './fresh-goal.ts'
import { wayToAsk } from './ask-by-gsid.ts'
import { createGoalRouter } from './goal-router.ts'
import { recordOf } from './goal-row.ts'
import { type GoalSnapshot, readSnapshots } from './goal-snapshots.ts'
import { type AskedCall, goalsCall, type GoalsCall } from './goals-call.ts'
import {
  type IdField,
  readAnother,
  readIdsSeen,
  readLinkCounts,
  type NamedPair,
  readNamed,
  readNamedAll,
} from './goals-known.ts'
import { createGoalsInMemory } from './in-memory/goals-in-memory.ts'
import { createIndexWriter } from './index-writer.ts'
import type { GoalIndexNeeds } from './needs.ts'
import { createOwnIndexes } from './own-indexes.ts'
import { createLabels } from './labels.ts'
import { createOverview, type ReadOverview } from './overview.ts'
import { overviewFields } from './overview-in-memory.ts'
import { createPreviewPutBack, type PreviewPutBack } from './preview-put-back.ts'
import { createPendingWrites } from './pending-writes.ts'
import { createRemembered } from './remembered.ts'
import { createSights, type Sight, type Sights } from './sight.ts'
import { createSync } from './sync.ts'
import { writtenSighting } from './write-through.ts'

/** The synced copy of the tenant's goals: everything that is read of goals is read here, without a call to the tenant. */
export type GoalIndex = KnownGoals & {
  /** A window of goals with total and facets. Throws an AppError (`invalid`) that names what makes no sense. */
  query: (query: GoalQuery, sight: Sight) => Promise<GoalPage>
  /** How the goals of a filter stand, for the Overview. Throws an AppError (`invalid`) as `query` does. */
  overview: ReadOverview
  /** The groups of a filter's goals by a field, in their order. Throws an AppError (`invalid`) as `query` does, and for more groups than anyone looks through. */
  groups: GoalQueries['groups']
  /** Gsids of at most `limit` goals that a filter selects, company by company. Throws an AppError (`invalid`) as `query` does. */
  matching: GoalQueries['matching']
  /** A list of goals that stands still while its rows are read one after the other. Throws an AppError (`invalid`) as `query` does. */
  freeze: (asked: Freezing, sight: Sight) => Promise<FrozenGoals>
  /** How many goals each filter selects; null for one that cannot be run. */
  counts: GoalQueries['counts']
  frozenLists: FrozenLists
  /** Goals as last seen, by their Gsids, without a call; those that are not in the index are left out. */
  snapshots: (gsids: readonly string[]) => Promise<Map<string, GoalSnapshot>>
  /** Reads goals from the tenant in as few calls as it allows, and gives them as they are now; null for one that is gone. */
  readMany: (gsids: readonly string[], asking: Asking) => Promise<Map<string, GoalSnapshot | null>>
  /** How many goals `readMany` reads in one call. */
  mostAtOnce: () => number
  /** The tenant call that would fetch the goals of a filter. */
  call: (asked: AskedCall, sight: Sight) => Promise<GoalsCall>
  /** One goal, with its ETag. Throws an AppError (`not-found`) with the reason. */
  goal: (gsid: string, asking: Asking) => Promise<FoundGoal>
  /** What is known to have changed on one goal, newest first; with an id only what is older than that change. */
  changes: (gsid: string, before?: string) => Promise<GoalChanges>
  /** How changes of a goal are put back. Sends nothing. Throws an AppError (`not-found`, `invalid`) that says what is not there. */
  putBack: PreviewPutBack
  /** Takes over what a confirmed write of ours has changed. False when no difference tells of it. */
  applySettled: (settled: SettledWrite) => Promise<boolean>
  /** Copies names, company attributes and status meanings anew from the catalogue, for these ids. */
  refreshResolved: (change: CatalogueChange) => Promise<void>
  /** Gsids that goals hold in a field, at most 5,000. */
  idsSeen: (field: IdField) => Promise<string[]>
  /** How many goals are associated with each CTA or success plan; ids without a goal are left out. */
  linkCounts: (ids: Iterable<string>) => Promise<Map<string, number>>
  /** How the sync stands at this moment. */
  sync: () => Sync
  /** Whether it is this process that syncs, of those that share the store. */
  leads: () => boolean
  /** Fields that the tenant's fetch refused to select, so that they are not shown; empty when it takes all. */
  refusedFields: () => string[]
  /** Reads what is stored and begins to sync in the background. */
  start: () => Promise<void>
  stop: () => Promise<void>
  /** Goals by name and parent, by the key of each pair that was asked for; a pair without a goal is left out. `within`: a transaction. */
  namedAll: (pairs: readonly NamedPair[], within?: Kysely<Schema>) => Promise<Map<string, string[]>>
  /** Changes of goals as Activity shows them. */
  changeEntries: Source
  /** Everyone who is known to have changed a goal. */
  changers: () => Promise<string[]>
  /** What goals are called, or were when they left. */
  goalNames: (gsids: string[]) => Promise<Map<string, string>>
  /** Which goals each who asks sees. */
  sights: Sights
  router: Router
}

/** What every list and the Overview ask about. */
const usualFields = [...overviewFields, 'StatusName', 'CompanyId', 'ModifiedDate']

export function createGoalIndex(given: GoalIndexNeeds): GoalIndex {
  const needs = { now: Date.now, ...given }
  const { database, catalogue, connection, log, now } = needs
  const remembered = createRemembered(database.kind)
  const labels = createLabels(needs)
  const pending = createPendingWrites(needs)
  const inMemory = createGoalsInMemory({
    database,
    log,
    isFilled: () => sync.agreedAt() !== null,
  })
  const onChanged = (gsids: readonly string[]) => {
    remembered.forget()
    inMemory.changed(gsids)
  }
  /** The usual fields are in memory before somebody asks. */
  const onTidied = async () => {
    const fields = await catalogue.fields()
    inMemory.want(usualFields.flatMap((name) => fieldNamed(fields, name) ?? []))
  }
  const writer = createIndexWriter({ ...needs, onChanged, onTidied })
  const sync = createSync(needs, writer)
  const { reader, wasAsked, isComplete } = sync
  const today = () => localDay(now())
  const detail = { ...needs, pending, today, agreedAt: sync.asOf, isComplete }
  const sights = createSights({ ...needs, today })
  const ownIndexes = createOwnIndexes(database, log)
  const groups = createGroups({ ...needs, remembered })
  const queries = createGoalQueries({ ...detail, labels, groups, remembered, inMemory, ownIndexes })

  const refresh = (change: CatalogueChange) => {
    labels.forget()
    writer
      .refresh(change)
      .catch((error: unknown) => log.error({ err: error }, 'Names could not be refreshed in the goals'))
  }
  const forgetCatalogue = catalogue.onChanged(refresh)

  const find = async (gsid: string, asking: Asking): Promise<FoundGoal> => {
    const found = await readDetail(detail, gsid, asking)
    if (!found) throw await missingGoal(detail, gsid)
    return found
  }
  const another = (gsid: string) => readAnother(database, gsid)
  const freshness = { reader, writer, wasAsked, isComplete, another, now }
  const readAgain = (gsid: string, asking: Asking) => readFresh(freshness, gsid, asking)
  const wayNow = () => {
    const { pageMaximum, ...able } = connection.capabilities()
    const way = wayToAsk(able)
    return { ...way, most: Math.min(way.most, pageMaximum) }
  }

  const index: Omit<GoalIndex, 'router'> = {
    query: queries.query,
    overview: createOverview({ ...detail, labels, remembered, inMemory }),
    groups: queries.groups,
    matching: queries.matching,
    freeze: (asked, sight) => freezeGoals({ ...detail, groups }, asked, sight),
    counts: queries.counts,
    frozenLists: createFrozenLists({ ...detail, groups, remembered }),
    snapshots: (gsids) => readSnapshots(database, gsids),
    async readMany(gsids, asking) {
      const presence = await readFreshMany(freshness, wayNow(), gsids, asking)
      const snapshots = await readSnapshots(database, gsids)
      return new Map(
        [...presence].map(([gsid, isThere]) => [gsid, isThere ? (snapshots.get(gsid) ?? null) : null] as const),
      )
    },
    mostAtOnce: () => wayNow().most,
    call: (asked, sight) => goalsCall({ ...needs, today, select: reader.select }, asked, sight),
    goal: find,
    changes: (gsid, before) => readGoalChanges(database, gsid, before),
    putBack: createPreviewPutBack({ ...needs, find }),

    async fresh(gsid, asking): Promise<GoalDetail | null> {
      if (!(await readAgain(gsid, asking))) return null
      return (await readDetail(detail, gsid, asking))?.goal ?? null
    },
    async lastSeen(gsid) {
      const row = await database.db.selectFrom('goal').selectAll().where('gsid', '=', gsid).executeTakeFirst()
      return row ? recordOf(row) : null
    },
    named: async (name, parent) => (isComplete() ? readNamed(database, name, parent) : null),
    statusId: async (name) => (await catalogue.statuses()).find((status) => status.name === name)?.id ?? null,

    async applySettled(settled) {
      const [fields, statuses] = [await catalogue.fields(), await catalogue.statuses()]
      const sighting = writtenSighting(settled, { fields, statuses })
      if (!sighting) return false
      const { changes } = await writer.apply([sighting], {
        askedAt: now(),
        write: settled.write,
        areUnknownNew: true,
        wasAsked,
      })
      await sync.learn([], [sighting.said])
      return changes > 0 || isWriteTold(database, settled.write.id)
    },
    namedAll: (pairs, within = database.db) => readNamedAll(within, pairs),
    refreshResolved: writer.refresh,
    idsSeen: (field) => readIdsSeen(database, field),
    linkCounts: (ids) => readLinkCounts(database, ids),
    sync: sync.status,
    leads: sync.leads,
    changeEntries: (filter, after, limit) => readChangeEntries(database, filter, after, limit),
    changers: () => readChangers(database),
    goalNames: (gsids) => readGoalNames(database, gsids),
    refusedFields: sync.refusedFields,
    sights,

    async start() {
      await writer.tidy()
      await pending.start()
      await sync.start()
      await onTidied()
    },
    async stop() {
      forgetCatalogue()
      pending.stop()
      await sync.stop()
      await ownIndexes.idle()
      await inMemory.stop()
    },
  }
  return { ...index, router: createGoalRouter({ index, readAgain }) }
}

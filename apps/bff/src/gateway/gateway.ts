import type { Budget, lanes } from '@goalkeeper/contract/status'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import type { Write } from '@goalkeeper/contract/writes'
import type { CreateGoalRequest } from '@goalkeeper/gainsight/goal-create'
import type { ParamsOf, ReplyOf, RequestOf, RouteName } from '@goalkeeper/gainsight/routes'
import type { Router } from 'express'
import type { Kysely } from 'kysely'
import type { Source } from '#bff/activity/source.ts'
import type { Schema } from '#bff/database/schema.ts'
import type { Asker, Caller } from '#bff/http/caller.ts'
import type { GoalVersion } from './goal-version.ts'

/** Whose turn it is when slots are scarce: people first, then changes, then sync. */
export type Lane = (typeof lanes)[number]

/** Routes that change nothing at the tenant; writes have a way of their own. */
export type ReadRoute = Exclude<RouteName, 'createGoal' | 'updateGoal'>

export type ReadOptions<Name extends ReadRoute = ReadRoute> = {
  lane: Lane
  /** One of many calls that are made evenly spread over the window, and so keep no reserve free. */
  isSpread?: boolean
  /** On whose behalf, such as 'you' or 'sync'. */
  actor: string
  /** Within the people lane, sessions take turns. Without it the actor stands for one. */
  session?: string
  /** Ends the waiting and the call. */
  signal?: AbortSignal
} & (keyof ParamsOf<Name> extends never ? { params?: Record<never, string> } : { params: ParamsOf<Name> })

export type WriteCall = Pick<Caller, 'actor' | 'actorId' | 'screen'> & {
  /** A uuid: the Idempotency-Key. The same id again gives the same outcome and is never sent twice. */
  id: string
  kind: 'create' | 'update'
  /** The tenant's own body of a create or an update. */
  body: unknown
  session?: string
  /** Without it 'people'. */
  lane?: Lane
  /** As for reads. */
  isSpread?: boolean
  /** An ETag of `etagOf`: refused with 412 when a field or link that this write touches has moved since. */
  ifMatch?: string
  /** Part of the write check: let through while writing is not allowed yet. */
  writeCheck?: boolean
  /** Refused with 429 rather than wait longer than this for its slot. Without it, it waits. */
  patienceMs?: number
  /** Ends the waiting for a slot, not a call that is on its way. */
  signal?: AbortSignal
  /** For one who makes writes under a lease. */
  lease?: {
    /** Stored together with the intent. False: it is not wanted any more. What it throws keeps the write from being sent. */
    alongside: (transaction: Kysely<Schema>) => Promise<boolean>
  }
}

/** A confirmed write with the tenant's reply, as text and as the `data` in it. */
export type WriteResult = { data: unknown; reply: string; write: Write }

/** A write whose outcome is known to be 'applied', by the tenant's reply or by reading. */
export type SettledWrite = {
  write: Write
  kind: 'create' | 'update'
  /** The body as sent. */
  request: unknown
  /** As the tenant replies: `{goal}` for a create, `{record}` for an update. When found by reading, the record as read. */
  data: unknown
  gsid: string
}

/** A parent as a create names it: the field that holds its Gsid, and the Gsid. */
export type ParentRef = { field: 'CompanyId' | 'RelationshipId' | 'OpportunityId'; gsid: string }

/** What is known of the tenant that the gateway has to go by, read anew for every call. */
export type TenantFacts = {
  /** The number of the first page of a fetch, and the most goals that a page is known to hold. */
  pageBase: 0 | 1
  pageMaximum: number
  /** A custom text field that creates are stamped with, as proof; null when no admin has named one. */
  correlationField: string | null
}

/** Which goals each who asks sees. A goal that somebody does not see is for them as one that is not there. */
export type SeenGoals = {
  seenOf: (asker: Asker, gsids: readonly string[]) => Promise<Set<string>>
  /** Throws an AppError (`not-found`). */
  requireSeen: (asker: Asker, gsid: string) => Promise<void>
  /** Throws an AppError (`forbidden`) for a new goal that who asks for it would not see. */
  requireWouldBeSeen: (asker: Asker, body: CreateGoalRequest) => Promise<void>
}

/** What the gateway asks about goals, and the goal index knows. */
export type KnownGoals = {
  /** Reads one goal from the tenant (one call) and gives it as the goal endpoint does; null when the tenant has no such goal. */
  fresh: (gsid: string, options: Omit<ReadOptions, 'params'>) => Promise<GoalDetail | null>
  /** The tenant's own fields and links of a goal as last seen, without a call; null when it is not in the index. */
  lastSeen: (gsid: string) => Promise<GoalVersion | null>
  /** Gsids of all goals of this exact name (and parent, when given), or null while the index is not known to be complete. */
  named: (name: string, parent: ParentRef | null) => Promise<string[] | null>
  /** The id of a status by its name; null when nobody knows it. */
  statusId: (name: string) => Promise<string | null>
}

/** The one way to the tenant: every call of Goalkeeper goes through it, within the budget. */
export type Gateway = {
  /**
   * Reads from the tenant: waits for a slot, sends once, gives the reply's `data`. Throws a GainsightError for what the
   * tenant did, and an AppError (`stopped`, `cancelled`) for what happened before.
   */
  read: <Name extends ReadRoute>(
    route: Name,
    request: RequestOf<Name>,
    options: ReadOptions<Name>,
  ) => Promise<ReplyOf<Name>>
  /** Sends one write and settles it. Throws an AppError, with `writeId` once it is in the journal. */
  write: (call: WriteCall) => Promise<WriteResult>
  /** Writes that are not settled, oldest first, by goal. Goals without one are left out. */
  pendingWrites: (gsids: string[]) => Promise<Map<string, Write[]>>
  /** Of these keys of `createKeyOf`, those of creates that are not settled. */
  openCreates: (keys: readonly string[]) => Promise<Set<string>>
  /** Unsettled writes, oldest first, then the newest settled ones. */
  listWrites: () => Promise<Write[]>
  readWrite: (id: string) => Promise<Write>
  cancelWrite: (id: string, by: Caller) => Promise<Write>
  /** A person decides what became of an unknown write: which goal it is applied to, or null for not applied. */
  settleWrite: (id: string, gsid: string | null, by: Caller) => Promise<Write>
  /** Writes that changed nothing, or nobody knows what, as Activity shows them. */
  writeEntries: Source
  /** Everyone who has asked for a write. */
  writers: () => Promise<string[]>
  /** How many writes have an unknown outcome. */
  unsettled: () => Promise<number>
  budget: () => Promise<Budget>
  /** Stops every call, and tells those who wait; or lets them go again. Survives a restart. */
  setStopped: (stopped: boolean) => Promise<void>
  isStopped: () => Promise<boolean>
  /** Whether people may write now; `reason` is what they are told when not. */
  setWritesAllowed: (decision: { allowed: boolean; reason: string | null }) => void
  /** When this store was last in use, epoch milliseconds; null when it never was. */
  lastUse: () => Promise<number | null>
  /**
   * Takes up what a crash left behind, or what a backup knows. Call it before the first call. What happened after a backup is not in
   * it: a write that waited then may have been sent, and the calls of the last minute are not counted.
   */
  start: (options?: { isRestored: boolean }) => Promise<void>
  /** Lets calls on their way finish, and tells those who wait. */
  stop: () => Promise<void>
  /** All of /gainsight/* and /api/writes*. */
  router: Router
}

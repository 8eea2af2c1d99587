import type { ColumnType, Generated, GeneratedAlways, Selectable } from 'kysely'
import type { LimitClass } from '@goalkeeper/gainsight/limits'
import type { ProblemCode } from '@goalkeeper/contract/problem'
import type { Screen } from '@goalkeeper/contract/screens'
import type { Write } from '@goalkeeper/contract/writes'
import type { Lane } from './gateway.ts'

/**
 * One row: the budget's time, and the lock under which slots are taken. Epoch milliseconds; never goes back, and never
 * runs faster than time does (see budget-clock.ts).
 */
export type GatewayClockTable = { id: 1; latest: number; stopped: boolean }

/** How a limit class stands with the tenant. Times are of the budget's clock. */
export type GatewayLimitTable = {
  limit_class: LimitClass
  /** Rows of gateway_call in this class: the calls of the last day, counted without reading them. */
  day_used: number
  /** Refusals since `refused_since`, which is null when there was none lately. */
  refusals: number
  refused_since: number | null
  paused_until: number
  /** The part of our share that was left after the last refusal, which was recorded at `paced_at`. 1 is all of it. */
  pace: number
  paced_at: number
}

/** The log of calls: a row is a slot, taken at `admitted_at` and given back one window after `answered_at`. */
export type GatewayCallTable = {
  id: GeneratedAlways<number>
  limit_class: LimitClass
  lane: Lane
  /** The process that made the call. */
  holder: string
  admitted_at: number
  /** Null while the answer is out. */
  answered_at: number | null
}

/** The processes that share this store, and when each was last heard of. */
export type GatewayProcessTable = { id: string; seen_at: number }

/** A jsonb column: read as the value, written as JSON text. */
type Json<T> = ColumnType<T, T extends null ? null : string, T extends null ? null : string>

/** Why a write was not confirmed, as it was told first and is told again to the same request. */
export type StoredProblem = {
  code: ProblemCode
  detail: string
  fields?: Record<string, string> | undefined
  tenantCode?: string | undefined
  current?: unknown
}

/**
 * What was known before a write was sent: of an update the traits that it touches (null: not there), of a create the
 * goals that already had its name and parent.
 */
export type Before = { traits: Record<string, string | null> } | { gsids: string[] }

export type Finding = 'applied' | 'not-applied' | 'changed-since'

/** The journal: one row per write, never deleted, because the tenant sees one identity and who did what exists only here. */
export type GatewayWriteTable = {
  /** The Idempotency-Key. */
  id: string
  kind: Write['kind']
  state: Write['state']
  gsid: string | null
  name: string | null
  actor: string
  /** Null for writes from before these were kept. */
  actor_id: string | null
  screen: Screen | null
  holder: string
  /** The tenant's body as sent, and a digest of it as it came in. */
  body: Json<object>
  body_digest: string
  /** Name and parent of a create: at most one unsettled write of each. */
  create_key: string | null
  before: Json<Before | null>
  /** The field that carries this write's id on the created goal. */
  correlation_field: string | null
  asked_at: number
  sent_at: number | null
  /** Since when its outcome is unknown: the quiet time counts from here. */
  doubted_at: number | null
  settled_at: number | null
  /** How reading (or a person) answered: applied, not applied, changed by someone since. Null when the reply said it. */
  finding: Finding | null
  /** A sentence on the outcome. */
  detail: string | null
  /** Goals that an unknown create may have become, when a person has to choose. */
  candidates: ColumnType<string[], string | undefined, string>
  /** Text of the tenant's reply to a confirmed write. */
  reply: string | null
  problem: Json<StoredProblem | null>
  /** Complete reads that found nothing, since the quiet time was over. */
  empty_reads: Generated<number>
  /** Reads made to settle it. */
  reads: Generated<number>
  /** When the next read to settle it is due; null when reading does not help. */
  read_at: number | null
}

export type GatewayTables = {
  gateway_clock: GatewayClockTable
  gateway_limit: GatewayLimitTable
  gateway_call: GatewayCallTable
  gateway_process: GatewayProcessTable
  gateway_write: GatewayWriteTable
}

export type WriteRow = Selectable<GatewayWriteTable>

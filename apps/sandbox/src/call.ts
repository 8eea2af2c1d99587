import type { GoalMatches } from './goals/goal-matches.ts'
import type { Random } from './seed/random.ts'
import type { Switches } from './switches.ts'
import type { Goal } from './tenant/goal-store.ts'
import type { Tenant } from './tenant/tenant.ts'

/** What a handler is given: the request's parts, and the tenant as it is at this moment. */
export interface Call {
  body: unknown
  params: Record<string, string>
  query: Record<string, unknown>
  /** Epoch milliseconds. */
  now: number
  tenant: Tenant
  matches: GoalMatches
  switches: Switches
  random: Random
}

/** A write that was found good. `outcome` reckons afresh from the goal as it is when called, so that a late write lands on what came before it. */
export interface PlannedWrite {
  gsid: string
  outcome(): { goal: Goal; body: unknown }
}

/** Answers with the whole reply body, or throws a refusal. */
export type ReadHandler = (call: Call) => unknown
export type WriteHandler = (call: Call) => PlannedWrite

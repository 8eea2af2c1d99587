import * as common from '@goalkeeper/texts/server/common'
import { GainsightError } from '@goalkeeper/gainsight/error'
import { associatedIds, type FetchGoalsRequest, type GoalEntry, type GoalRecord } from '@goalkeeper/gainsight/goals'
import type { ParamsOf, ReplyOf, RequestOf } from '@goalkeeper/gainsight/routes'
import type { ReadRoute } from '../../gateway/gateway.ts'
import type { Findings } from '../capability-store.ts'
import type { Capabilities } from '../capabilities.ts'
import type { CapabilityName } from '../capability-texts.ts'

/** Reads from the tenant for a probe: the gateway with lane and actor filled in. */
export type ReadForProbe = <Name extends ReadRoute>(
  route: Name,
  request: RequestOf<Name>,
  params?: ParamsOf<Name>,
) => Promise<ReplyOf<Name>>

/** What a probe has to go by. Earlier probes show in `capabilities()`. */
export type ProbeContext = {
  read: ReadForProbe
  capabilities: () => Capabilities
  /** Goals to try things on, read once; none when the tenant has none. */
  sample: () => Promise<GoalSample[]>
}

/** One question, or a few that the same calls settle. `run` throws what is no answer: then everything stays as it was known. */
export type Probe = { asks: CapabilityName[]; run(context: ProbeContext): Promise<Findings> }

export type GoalSample = {
  record: GoalRecord & { Gsid: string }
  links: { CTA: string[]; SP: string[] }
  entry: GoalEntry
}

type Attempt<T> = { accepted: true; data: T } | { accepted: false; refusal: GainsightError }

/**
 * The tenant's yes or no. Only a refusal is a no: a tenant that is not reached, is busy or is broken has not answered the
 * question, and that failure is thrown on.
 */
export async function attempt<T>(run: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { accepted: true, data: await run() }
  } catch (error) {
    if (error instanceof GainsightError && error.kind === 'refused') return { accepted: false, refusal: error }
    throw error
  }
}

/** What a refusal says, for the Connection page. */
export const refusedText = (refusal: GainsightError) => common.refusedSaying(refusal.message)

/** Goals of a fetch with their ids; what has no Gsid is no goal. */
export function samplesOf(entries: readonly GoalEntry[]): GoalSample[] {
  return entries.flatMap((entry) => {
    const { Gsid } = entry.dataList
    return Gsid ? [{ record: { ...entry.dataList, Gsid }, links: associatedIds(entry), entry }] : []
  })
}

/** A fetch of every goal, as far as the tenant allows one without a filter: else the company goals, which are the most. */
export function everyGoal(
  { whereOptional }: Capabilities,
  request: Omit<FetchGoalsRequest, 'where'>,
): FetchGoalsRequest {
  return whereOptional ? request : { ...request, where: oneCondition('EntityType', 'EQ', ['COMPANY']) }
}

export function oneCondition(
  fieldName: string,
  operator: NonNullable<FetchGoalsRequest['where']>['conditions'][number]['operator'],
  value: (string | number | boolean | null)[],
): NonNullable<FetchGoalsRequest['where']> {
  return { conditions: [{ fieldName, operator, value, alias: 'A' }], expression: 'A' }
}

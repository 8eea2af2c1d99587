import * as texts from '@goalkeeper/texts/server/gateway'
import type { CreateGoalRequest } from '@goalkeeper/gainsight/goal-create'
import { comparable, type GoalVersion, linked, traitsOf } from './goal-version.ts'
import { entryOf } from './write-body.ts'

/** What a read says of a write whose outcome is unknown. */
export type Verdict =
  | { kind: 'applied'; gsid: string; data: unknown }
  /** Believed only after the quiet time and when a second read says the same: the tenant may still be at work on it. */
  | { kind: 'absent'; finding: 'not-applied' | 'changed-since'; detail: string }
  /** Reading cannot tell: a person has to. */
  | { kind: 'undecided'; candidates: string[]; detail: string }

/** What a trait was to become: undefined when nobody knows the id of the status that was written. */
export type Wanted = Map<string, string | null | undefined>

/**
 * Compares a goal as it is now with what an update wanted, and with what the touched traits were before (null: not known).
 * All as wanted: applied. All that differ as before: not applied. Anything else: somebody changed it since.
 */
export function judgeUpdate(
  gsid: string,
  wanted: Wanted,
  before: Record<string, string | null> | null,
  current: GoalVersion | null,
): Verdict {
  if (!current) {
    const detail = texts.theGoalIsNotThereForAVerdict
    return { kind: 'absent', finding: 'changed-since', detail }
  }
  const now = traitsOf(current)
  const states = [...wanted].map(([name, value]) => {
    const is = now.get(name) ?? null
    if (value !== undefined && is === comparable(value)) return 'as wanted'
    if (before && is === (before[name] ?? null)) return 'as before'
    return value === undefined ? 'unclear' : 'other'
  })
  const all = (state: string) => states.every((each) => each === state)

  if (all('as wanted')) return { kind: 'applied', gsid, data: { record: { ...current.fields, Gsid: gsid } } }
  if (states.includes('unclear')) {
    const detail = texts.theStatusThatWasWrittenCannot
    return { kind: 'undecided', candidates: [], detail }
  }
  if (!before) {
    const detail = texts.theGoalDoesNotHoldWhat
    return { kind: 'absent', finding: 'changed-since', detail }
  }
  // A trait that was to change and did, beside one that did not: an update is never applied by halves.
  const isMoved = [...wanted].some(
    ([name], index) => states[index] === 'as wanted' && (before[name] ?? null) !== (now.get(name) ?? null),
  )
  if (states.includes('other') || isMoved) {
    const detail = texts.somebodyHasChangedTheGoalSince
    return { kind: 'absent', finding: 'changed-since', detail }
  }
  return { kind: 'absent', finding: 'not-applied', detail: texts.gainsightDidNotApplyTheChange }
}

/** A goal that has the name and parent of a create, and had not been there before. */
export type Candidate = { gsid: string; version: GoalVersion }

/** Which of the candidates a create has become, if reading can tell. */
export function judgeCreate(body: CreateGoalRequest, candidates: Candidate[]): Verdict {
  const [only, ...others] = candidates
  if (!only) return { kind: 'absent', finding: 'not-applied', detail: texts.gainsightDidNotCreateTheGoal }
  const gsids = candidates.map(({ gsid }) => gsid)
  if (others.length > 0) {
    const detail = texts.newGoalsHaveThisNameAnd(candidates.length)
    return { kind: 'undecided', candidates: gsids, detail }
  }
  if (!agrees(body, only.version)) {
    const detail = texts.aNewGoalHasThisName
    return { kind: 'undecided', candidates: gsids, detail }
  }
  return { kind: 'applied', gsid: only.gsid, data: { goal: { ...only.version.fields, Gsid: only.gsid } } }
}

/** Whether a goal holds what was sent, as far as that is never rewritten: the due date and the links. */
function agrees(body: CreateGoalRequest, version: GoalVersion): boolean {
  const { record, association } = entryOf(body)
  const traits = traitsOf(version)
  const links = (['CTA', 'SP'] as const).flatMap((kind) => association?.[kind]?.map((gsid) => `${kind}/${gsid}`) ?? [])
  return (
    (record.DueDate === undefined || traits.get('DueDate') === record.DueDate) &&
    links.every((name) => traits.get(name) === linked)
  )
}

import * as texts from '@goalkeeper/texts/server/imports'
import { createOnlyFields } from '@goalkeeper/contract/imports'
import { fieldNamed } from '@goalkeeper/filter/field'
import { parentFields } from '@goalkeeper/gainsight/goal-parts'
import { updateGoalRequestSchema } from '@goalkeeper/gainsight/goal-update'
import { nowOf, previewWish } from '#bff/changes/preview-goal.ts'
import { emptyWish } from '#bff/changes/wish.ts'
import { targetsOf } from '#bff/gateway/write-body.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'
import { fieldItem, isDifference, type Known } from '#bff/goal-index/goal-update.ts'
import type { CheckContext, Made, Plan } from './row-plan.ts'
import { movedOnSince } from './check-version.ts'
import { columnOf } from './mapping-columns.ts'
import { entityWords, type Parent } from './parents.ts'
import { parentProblem, problem, type Problem, type Reading } from './read-row.ts'
import { settledValue } from './settled-value.ts'

/** What a row makes of a goal that is there. Adds what is wrong with it to the problems. */
export function checkUpdate(
  context: Pick<CheckContext, 'mapping' | 'fields' | 'statuses' | 'capabilities'>,
  { reading, parent }: Pick<Plan, 'reading' | 'parent'>,
  goal: GoalSnapshot,
  linkedItems: Known['linkedItems'],
  problems: Problem[],
): Made {
  const { mapping, fields, statuses, capabilities } = context
  const known: Known = { fields, statuses, capabilities, linkedItems }
  const now = nowOf(goal)
  const wish = emptyWish()
  const valueIn = (name: string) => String(reading.fields.get(name) ?? '')
  const at = (name: string) => reading.columns.get(name) ?? null
  for (const [name, value] of reading.fields) {
    if (createOnlyFields.includes(name)) {
      if (value !== null && value !== now.value(name)) {
        problems.push(problem(at(name), valueIn(name), texts.thisCanOnlyBeSaidOf))
      }
      continue
    }
    const wanted = settledValue(value, now.value(name), fieldNamed(fields, name)?.type)
    const item = fieldItem(now, name, wanted, known)
    if (item.problem !== null && isDifference(item)) problems.push(problem(at(name), valueIn(name), item.problem))
    else wish.fields.set(name, wanted)
  }
  for (const kind of ['CTA', 'SP'] as const) for (const gsid of reading.links[kind]) wish.links[kind].link.add(gsid)
  const preview = previewWish(goal, wish, known)
  if (preview.trouble) {
    const links = at('CTA') ?? at('SP')
    problems.push(problem(links, '', preview.trouble.problem))
  }
  checkParent(reading, parent, goal, problems)
  if (reading.version !== null && preview.body && preview.differences.length > 0) {
    const moved = movedOnSince(reading.version, goal, targetsOf(preview.body).keys(), fields)
    if (moved !== null) problems.push(problem(columnOf(mapping, 'version'), reading.version, moved))
  }
  const fault = preview.body && updateGoalRequestSchema.safeParse(preview.body).error?.issues[0]
  if (fault) problems.push(problem(at(String(fault.path.at(-1))), valueIn(String(fault.path.at(-1))), fault.message))
  const { differences, body, before, notUndoable } = preview
  return { differences, body, before, notUndoable }
}

/** A goal stays where it hangs, so that a row which names something else is not about it. */
function checkParent(reading: Reading, parent: Parent | null, goal: GoalSnapshot, problems: Problem[]): void {
  const given = reading.parent
  if (!given) return
  const holds = (gsid: string) => Object.values(parentFields).some(({ id }) => goal.version.fields[id] === gsid)
  const names = [goal.companyName, goal.relationshipName, goal.opportunityName].map((name) =>
    name?.trim().toLowerCase(),
  )
  const isNamed = (value: string) => names.includes(value.toLowerCase())
  if (parent) {
    if (holds(parent.gsid)) {
      // The name may be written otherwise in the catalogue than in the goal.
      if (given.doubt && !isNamed(given.doubt.value)) problems.push(given.doubt.problem)
      return
    }
    const words = texts.theGoalIsNotOfThis(entityWords[parent.entityType])
    problems.push(problem(given.column, given.value, words))
    return
  }
  const isItsOwn = isNamed(given.value) || ('candidates' in given.found && given.found.candidates.some(holds))
  const unknown = isItsOwn ? null : parentProblem(given)
  if (unknown) problems.push(unknown)
}

import * as texts from '@goalkeeper/texts/server/write-check'
import { z } from 'zod'
import { checkedFields, type CheckedField, type GoalState, isSameValue } from './goal-state.ts'

const linkSchema = z.object({ kind: z.enum(['CTA', 'SP']), gsid: z.string() })
/** A CTA or plan that the check links and unlinks. It is not linked before. */
export type CheckLink = z.infer<typeof linkSchema>

/** A field that the check writes: what it was, and what the check may leave in it when it is cut short. */
const touchSchema = z.object({
  field: z.enum(checkedFields),
  before: z.string(),
  marked: z.string().nullable(),
  isCleared: z.boolean(),
})
type Touch = z.infer<typeof touchSchema>

/** Everything that a write check will touch, stored before the first write, so that it can be put back whatever happens. */
export const checkPlanSchema = z.object({ touches: z.array(touchSchema), links: z.array(linkSchema) })
export type CheckPlan = z.infer<typeof checkPlanSchema>

const mark = 'Goalkeeper write check'

/**
 * Sets the least intrusive field that has a value: the description, which no list is sorted by; else the due date; else
 * the name, which everybody sees. Only fields with a value are touched, because whether one can be emptied again is
 * among the questions.
 */
export function planCheck(goal: GoalState, links: CheckLink[]): CheckPlan {
  const filled = checkedFields.flatMap((field) => {
    const before = goal[field]
    return before === null ? [] : [{ field, before }]
  })
  const set = filled[0]?.field
  const touches = filled
    .filter(({ field }) => field === set || field !== 'Name')
    .map(({ field, before }): Touch => ({
      field,
      before,
      marked: field === set ? markedValue(field, before) : null,
      isCleared: field !== 'Name',
    }))
  return { touches, links }
}

function markedValue(field: CheckedField, before: string): string {
  if (field === 'Description') return `${before}<p>${mark}</p>`
  if (field === 'Name') return `${before} (${mark})`
  const next = new Date(`${before}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** What of the plan is still to be put back. A value that is neither the old one nor ours was given by someone since, and is theirs. */
export function leftOf(plan: CheckPlan, goal: GoalState): { touches: Touch[]; links: CheckLink[] } {
  return {
    touches: plan.touches.filter(({ field, before, marked, isCleared }) => {
      const now = goal[field]
      if (isSameValue(field, now, before)) return false
      return now === null ? isCleared : marked !== null && isSameValue(field, now, marked)
    }),
    links: plan.links.filter(({ kind, gsid }) => goal.links[kind].includes(gsid)),
  }
}

/** What is left, in words; empty when everything is as it was. */
export function leftInWords(plan: CheckPlan, goal: GoalState): string {
  const { touches, links } = leftOf(plan, goal)
  return [
    ...touches.map(({ field, before }) => {
      const now = goal[field]
      return texts.isAndWas(field, now === null, JSON.stringify(now), JSON.stringify(before))
    }),
    ...links.map(({ kind, gsid }) => texts.isStillLinked(kind === 'CTA', gsid)),
  ].join('; ')
}

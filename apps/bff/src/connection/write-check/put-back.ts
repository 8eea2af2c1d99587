import * as texts from '@goalkeeper/texts/server/connection'
import { type CheckPlan, leftInWords, leftOf } from './check-plan.ts'
import type { CheckedGoal } from './checked-goal.ts'

/** Reads, writes what is left of the plan, and reads again. Nothing to do is success. Never throws: what is left is told. */
export async function putBack(goal: CheckedGoal, plan: CheckPlan): Promise<{ done: boolean; detail: string }> {
  const attempts = 3
  const faults: string[] = []
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      const now = await goal.read()
      const { touches, links } = leftOf(plan, now)
      if (touches.length + links.length === 0) {
        return { done: true, detail: texts.readingTheGoalShowsEverything }
      }
      if (attempt === attempts) return { done: false, detail: said(leftInWords(plan, now), faults) }
      const record = Object.fromEntries(touches.map(({ field, before }) => [field, before]))
      // Two calls, for whether one may do both is among the questions of the check.
      if (touches.length > 0) faults.push(...refusalIn(await goal.write({ record })))
      if (links.length > 0) faults.push(...refusalIn(await goal.write({ unlink: links })))
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error))
    }
  }
  return { done: false, detail: said(texts.whatTheGoalHoldsNowCould, faults) }
}

const refusalIn = (refusal: string | null) => (refusal === null ? [] : [refusal])

function said(left: string, faults: string[]): string {
  const why = faults.length > 0 ? ` ${[...new Set(faults)].join(' ')}` : ''
  return texts.notEverythingCouldBePutBack(left, why)
}

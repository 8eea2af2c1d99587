import * as texts from '@goalkeeper/texts/server/goals'
import type { Sweep } from './sync-state.ts'

/** Why a sweep cannot be sure to have seen every goal, in sentences for people. */
const doubts = {
  companies: texts.readCompanyByCompany,
  pages: texts.readPageByPage,
  missed: texts.someGoalsCameOnlyWhenThey,
  unconfirmed: texts.goalsThatDidNotComeWith,
}

export function doubt(sweep: Sweep, reason: keyof typeof doubts): void {
  const sentence = doubts[reason]
  if (!sweep.doubts.includes(sentence)) sweep.doubts.push(sentence)
}

import { addDays } from '@goalkeeper/filter/dates'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { MeaningCounts, Overview } from './overview.ts'

/** The list behind each number of the Overview: it holds exactly as many goals as the number says. */

export type AnyMeaning = keyof MeaningCounts
const on = (field: string, op: 'EQ' | 'NE' | 'GT' | 'INCLUDES', ...value: (string | boolean)[]): FilterTree => ({
  field,
  op,
  value,
})
const empty = (field: string): FilterTree => ({ field, op: 'IS_NULL' })

export const allOf = (...parts: (FilterTree | null)[]): FilterTree | null =>
  joinParts(parts.flatMap((part) => partsOf(part)))

export const isOpen = on('Open', 'EQ', true)
export const isClosed = on('Open', 'EQ', false)
export const isOverdue = on('DueBucket', 'EQ', 'overdue')
export const isDueSoon: FilterTree = { field: 'DueBucket', op: 'IN', value: ['week', 'month'] }

export const ofMeaning = (meaning: AnyMeaning): FilterTree =>
  meaning === 'unknown' ? empty('StatusMeaning') : on('StatusMeaning', 'EQ', meaning)

export const ofCsm = (field: string, csm: string | null): FilterTree =>
  csm === null ? empty(field) : on(field, 'EQ', csm)

/** Goals of everybody but these, and of somebody. */
export const ofOtherCsms = (field: string, csms: readonly string[]): FilterTree[] => [
  { field, op: 'NE', value: [...csms] },
  { field, op: 'IS_NOT_NULL' },
]

/** Open goals due from a day to another, both included; or overdue, later than what is shown, or without a date. */
export function ofDue(when: string, until: string, horizon: string): FilterTree {
  if (when === 'overdue') return isOverdue
  const parts: FilterTree =
    when === 'none'
      ? empty('DueDate')
      : when === 'later'
        ? on('DueDate', 'GT', horizon)
        : { field: 'DueDate', op: 'BTW', value: [when, until] }
  return { and: [isOpen, parts] }
}

export const ofOrphans = (kind: keyof Overview['orphans'], csmField: string | null): FilterTree => {
  const lacking: Record<typeof kind, FilterTree[]> = {
    unlinked: [empty('CTA'), empty('SP')],
    withoutCsm: csmField === null ? [] : [empty(csmField)],
    withoutCompany: [empty('CompanyName')],
  }
  return { and: [isOpen, ...lacking[kind]] }
}

export function ofWeek(kind: 'created' | 'later' | 'achieved', monday: string): FilterTree {
  if (kind === 'created') return { field: 'CreatedDate', op: 'BTW', value: [monday, addDays(monday, 6)] }
  return on(kind === 'later' ? 'MovedLaterWeek' : 'AchievedWeek', 'INCLUDES', monday)
}

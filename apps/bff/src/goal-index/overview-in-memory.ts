import { type MeaningCounts, weeksBack } from '@goalkeeper/contract/overview'
import { addDays, dayMs, startOfDay } from '@goalkeeper/filter/dates'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { csmField } from './day-counts.ts'
import type { Answers } from './in-memory/answers.ts'
import { isOpen } from './meaning-counts.ts'
import type { OverviewCounts, Span } from './overview-counts.ts'
import type { QueryContext } from './query.ts'

/** The fields that the Overview looks at. */
export const overviewFields = [
  csmField,
  'StatusMeaning',
  'DueDate',
  'CreatedDate',
  'CompanyName',
  'CTACount',
  'SPCount',
] as const

/** What `countOverview` counts in the database; null when memory cannot answer. */
export function overviewInMemory(
  held: Answers,
  filter: FilterTree | null,
  context: QueryContext,
  { horizon, from }: Span,
): OverviewCounts | null {
  const [meaning, dueDate, created] = ['StatusMeaning', 'DueDate', 'CreatedDate'].map((name) =>
    fieldNamed(context.fields, name),
  )
  const csm = fieldNamed(context.fields, csmField)
  if (!meaning || !dueDate || !created) return null
  const open = (...more: FilterTree[]): FilterTree => ({
    and: [...(filter ? [filter] : []), { field: 'Open', op: 'EQ', value: [true] }, ...more],
  })
  const csms = held.countPairs([csm ?? meaning, meaning], filter)
  const due = held.countPairs([dueDate, meaning], filter)
  const days = held.countEach(created, filter)
  const total = held.total(filter)
  const unlinked = held.total(
    open({ field: 'CTACount', op: 'EQ', value: [0] }, { field: 'SPCount', op: 'EQ', value: [0] }),
  )
  const withoutCsm = held.total(csm ? open({ field: csmField, op: 'IS_NULL' }) : open())
  const withoutCompany = held.total(open({ field: 'CompanyName', op: 'IS_NULL' }))
  if (!csms || !due || !days || total === null) return null
  if (unlinked === null || withoutCsm === null || withoutCompany === null) return null

  const whenOf = (day: unknown) => {
    if (typeof day !== 'string') return 'none'
    if (day < context.today) return 'overdue'
    return day > horizon ? 'later' : day
  }
  const weeks = Array.from({ length: weeksBack }, () => 0)
  const start = startOfDay(from)
  for (const [instant, goals] of days) {
    const week = typeof instant === 'number' ? Math.floor((instant - start) / (7 * dayMs)) : -1
    if (weeks[week] !== undefined) weeks[week] += goals
  }
  return {
    csms: csms.map(({ values: [who, what], count }) => ({
      csm: csm && typeof who === 'string' && who !== '' ? who : null,
      meaning: meaningOf(what),
      goals: count,
    })),
    due: due
      .filter(({ values: [, what] }) => isOpen(meaningOf(what)))
      .map(({ values: [day, what], count }) => ({ when: whenOf(day), meaning: meaningOf(what), goals: count })),
    created: weeks.map((goals, week) => ({ week: addDays(from, 7 * week), goals })),
    total,
    unlinked,
    withoutCsm,
    withoutCompany,
  }
}

/** The index keeps no other meanings. */
const meaningOf = (value: unknown) => (value ?? 'unknown') as keyof MeaningCounts

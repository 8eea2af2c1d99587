import * as texts from '@goalkeeper/texts/goals-filter'
import * as common from '@goalkeeper/texts/common'
import { parseRelativeDate } from '@goalkeeper/filter/dates'
import { valueWords } from '@goalkeeper/filter/sentence'
import type { FilterValue } from '@goalkeeper/filter/tree'

/** A date in as few words as can be, for where two stand side by side: `today`, `−30 days`, `end of month`, `31 Mar 2027`. */
export function briefDate(value: FilterValue): string {
  const date = typeof value === 'string' ? parseRelativeDate(value) : null
  if (!date) return valueWords('date', value)
  if ('edge' in date) return texts.edges[date.edge][date.period]
  return texts.daysAway(date.days)
}

/** Dates that people filter by most, as filters write them. */
export const dateChoices: { label: string; value: string }[] = [
  { label: common.today, value: 'TODAY' },
  { label: texts.in7Days, value: 'TODAY+7' },
  { label: texts.in30Days, value: 'TODAY+30' },
  { label: texts.in90Days, value: 'TODAY+90' },
  { label: texts.sevenDaysAgo, value: 'TODAY-7' },
  { label: texts.thirtyDaysAgo, value: 'TODAY-30' },
  { label: texts.startOfMonth, value: 'START_OF_MONTH' },
  { label: texts.endOfMonth, value: 'END_OF_MONTH' },
  { label: texts.startOfQuarter, value: 'START_OF_QUARTER' },
  { label: texts.endOfQuarter, value: 'END_OF_QUARTER' },
  { label: texts.startOfYear, value: 'START_OF_YEAR' },
  { label: texts.endOfYear, value: 'END_OF_YEAR' },
]

/** Ranges of dates, both ends included. */
export const rangeChoices: { label: string; value: [string, string] }[] = [
  { label: texts.next7Days, value: ['TODAY', 'TODAY+7'] },
  { label: texts.next30Days, value: ['TODAY', 'TODAY+30'] },
  { label: texts.next90Days, value: ['TODAY', 'TODAY+90'] },
  { label: texts.thisMonth, value: ['START_OF_MONTH', 'END_OF_MONTH'] },
  { label: texts.thisQuarter, value: ['START_OF_QUARTER', 'END_OF_QUARTER'] },
  { label: texts.thisYear, value: ['START_OF_YEAR', 'END_OF_YEAR'] },
  { label: texts.last7Days, value: ['TODAY-7', 'TODAY'] },
  { label: texts.last30Days, value: ['TODAY-30', 'TODAY'] },
]

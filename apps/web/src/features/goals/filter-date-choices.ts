import { parseRelativeDate } from '@goalkeeper/filter/dates'
import { valueWords } from '@goalkeeper/filter/sentence'
import type { FilterValue } from '@goalkeeper/filter/tree'

/** A date in as few words as can be, for where two stand side by side: `today`, `−30 days`, `end of month`, `31 Mar 2027`. */
export function briefDate(value: FilterValue): string {
  const date = typeof value === 'string' ? parseRelativeDate(value) : null
  if (!date) return valueWords('date', value)
  if ('edge' in date) return `${date.edge} of ${date.period}`.toLowerCase()
  if (date.days === 0) return 'today'
  return `${date.days > 0 ? '+' : '−'}${Math.abs(date.days)} days`
}

/** Dates that people filter by most, as filters write them. */
export const dateChoices: { label: string; value: string }[] = [
  { label: 'Today', value: 'TODAY' },
  { label: 'In 7 days', value: 'TODAY+7' },
  { label: 'In 30 days', value: 'TODAY+30' },
  { label: 'In 90 days', value: 'TODAY+90' },
  { label: '7 days ago', value: 'TODAY-7' },
  { label: '30 days ago', value: 'TODAY-30' },
  { label: 'Start of month', value: 'START_OF_MONTH' },
  { label: 'End of month', value: 'END_OF_MONTH' },
  { label: 'Start of quarter', value: 'START_OF_QUARTER' },
  { label: 'End of quarter', value: 'END_OF_QUARTER' },
  { label: 'Start of year', value: 'START_OF_YEAR' },
  { label: 'End of year', value: 'END_OF_YEAR' },
]

/** Ranges of dates, both ends included. */
export const rangeChoices: { label: string; value: [string, string] }[] = [
  { label: 'Next 7 days', value: ['TODAY', 'TODAY+7'] },
  { label: 'Next 30 days', value: ['TODAY', 'TODAY+30'] },
  { label: 'Next 90 days', value: ['TODAY', 'TODAY+90'] },
  { label: 'This month', value: ['START_OF_MONTH', 'END_OF_MONTH'] },
  { label: 'This quarter', value: ['START_OF_QUARTER', 'END_OF_QUARTER'] },
  { label: 'This year', value: ['START_OF_YEAR', 'END_OF_YEAR'] },
  { label: 'Last 7 days', value: ['TODAY-7', 'TODAY'] },
  { label: 'Last 30 days', value: ['TODAY-30', 'TODAY'] },
]

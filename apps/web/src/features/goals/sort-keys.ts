import type { SortKey } from '@goalkeeper/contract/goals'

/** The order of a list that nobody has sorted: open goals before closed ones, and what is due first comes first. */
export const defaultSort: SortKey[] = [
  { field: 'Open', direction: 'asc' },
  { field: 'DueDate', direction: 'asc' },
]

const mostKeys = 8

/** Reads sort keys from their short form in an address: "DueDate,-Name" is by due date, then by name backwards. Null when it is not one. */
export function parseSort(text: string): SortKey[] | null {
  const keys = text.split(',').map((word): SortKey => {
    return word.startsWith('-') ? { field: word.slice(1), direction: 'desc' } : { field: word, direction: 'asc' }
  })
  const fields = new Set(keys.map(({ field }) => field))
  const isSound =
    keys.length <= mostKeys && fields.size === keys.length && keys.every(({ field }) => /^\w[\w.]*$/.test(field))
  return isSound ? keys : null
}

/** The short form that `parseSort` reads. */
export function printSort(keys: SortKey[]): string {
  return keys.map(({ field, direction }) => (direction === 'desc' ? `-${field}` : field)).join(',')
}

/** Reads what a list is grouped by from its short form: "StatusName", "-DueDate" with the last one first. Null when it is not one. */
export function parseGroup(text: string): SortKey | null {
  const [key, ...others] = parseSort(text) ?? []
  return key && others.length === 0 ? key : null
}

/**
 * What a click on a header makes of the order: ascending, then descending, then without that key.
 * `isAdded` (shift) keeps the other keys; otherwise the header alone counts.
 */
export function toggleSort(keys: SortKey[], field: string, isAdded: boolean): SortKey[] {
  const current = keys.find((key) => key.field === field)
  const next: SortKey[] = !current
    ? [{ field, direction: 'asc' }]
    : current.direction === 'asc'
      ? [{ field, direction: 'desc' }]
      : []
  if (!isAdded) return next
  if (!current) return [...keys, ...next].slice(0, mostKeys)
  return keys.flatMap((key) => (key.field === field ? next : [key]))
}

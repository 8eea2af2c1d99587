import type { FieldValue, Row } from '../tenant/field.ts'
import type { Source } from './columns.ts'

const collator = new Intl.Collator('en')

/** Sorts by `{Field: "asc" | "desc"}`, the first key first. Empty values come last, whichever the direction. */
export function orderRows(
  { reader, refuse }: Source,
  rows: readonly Row[],
  orderBy: Record<string, string>,
): readonly Row[] {
  const keys = Object.entries(orderBy).map(([path, direction]) => {
    const found = reader(path)
    if (!found) throw refuse(`Invalid fields in order by clause - ${path}`)
    return { read: found.read, sign: direction.toLowerCase() === 'desc' ? -1 : 1 }
  })
  if (keys.length === 0) return rows
  return rows.toSorted((a, b) => {
    for (const { read, sign } of keys) {
      const order = compare(read(a), read(b), sign)
      if (order !== 0) return order
    }
    return 0
  })
}

function compare(left: FieldValue, right: FieldValue, sign: number): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  const order = typeof left === 'string' ? collator.compare(left, String(right)) : Number(left) - Number(right)
  return order * sign
}

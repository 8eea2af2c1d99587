import type { Row } from '../tenant/field.ts'
import type { FieldReader } from '../tenant/path.ts'

/** Fields that a reply holds: the name under which each was asked for, and how to read it. */
export type Columns = readonly (readonly [string, FieldReader])[]

/** What an API knows about fields, and how it says no. */
export interface Source {
  reader: (path: string) => FieldReader | null
  refuse: (message: string) => Error
}

/** Finds the fields of a `select`; those that lead nowhere are refused by name. */
export function readColumns({ reader, refuse }: Source, select: readonly string[]): Columns {
  const found = [...new Set(select)].map((path) => [path, reader(path)] as const)
  const unknown = found.filter(([, field]) => field === null).map(([path]) => path)
  if (unknown.length > 0) throw refuse(`Invalid fields in select clause - ${unknown.join(', ')}`)
  return found.flatMap(([path, field]) => (field ? [[path, field] as const] : []))
}

/** The columns of a row, flat, its days and instants written by `writeDate` from epoch milliseconds. */
export function presentRow(
  row: Row,
  columns: Columns,
  writeDate: (instant: number) => string | number,
): Record<string, unknown> {
  const cells = columns.map(([path, { field, read }]): [string, unknown] => {
    const value = read(row)
    if (value === null) return [path, value]
    if (field.type === 'DATE') return [path, writeDate(Date.parse(String(value)))]
    return [path, field.type === 'DATETIME' ? writeDate(Number(value)) : value]
  })
  return Object.fromEntries(cells)
}

import type { ColumnTarget, Mapping } from '@goalkeeper/contract/imports'

const place = (column: number) => (column < 0 ? null : column)

/** The column that holds something of a kind; null: none does. */
export const columnOf = ({ columns }: Pick<Mapping, 'columns'>, kind: ColumnTarget['kind']): number | null =>
  place(columns.findIndex((target) => target.kind === kind))

/** The column that holds a field; null: none does. */
export const columnOfField = ({ columns }: Pick<Mapping, 'columns'>, field: string): number | null =>
  place(columns.findIndex((target) => target.kind === 'field' && target.field === field))

import type { Import, ImportRow } from '@goalkeeper/contract/imports'
import type { InlineField } from '#web/shared/form/cell-focus.ts'

/** The columns that the table of rows shows, by their place in the file: those that hold something; all, as long as none does. */
export function shownColumns({ columns, mapping }: Pick<Import, 'columns' | 'mapping'>): number[] {
  const all = columns.map((_, column) => column)
  const used = all.filter((column) => mapping.columns[column]?.kind !== 'nothing')
  return used.length > 0 ? used : all
}

/**
 * The column whose cell a key opens: that of the status or due date, or, for the name, the first that has a problem before it. Null: none is
 * there.
 */
export function columnForKey(
  file: Pick<Import, 'columns' | 'mapping'>,
  row: ImportRow,
  field: InlineField,
): number | null {
  const shown = shownColumns(file)
  const troubled = row.problems.find(({ column }) => column !== null && shown.includes(column))?.column ?? null
  if (field === 'Name' && troubled !== null) return troubled
  const named = shown.find((column) => {
    const target = file.mapping.columns[column]
    return target?.kind === 'field' && target.field === field
  })
  return named ?? (field === 'Name' ? (shown[0] ?? null) : null)
}

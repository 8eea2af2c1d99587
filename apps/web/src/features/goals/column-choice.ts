/** A column that is shown: its id, and its width in pixels where somebody has set one. */
export type ColumnChoice = { id: string; width: number | null }

export const narrowestColumn = 48
export const widestColumn = 800

/** What is shown until somebody chooses otherwise. Status stands before the name, so that the eye runs down one coloured edge. */
export const defaultColumns: ColumnChoice[] = [
  'StatusName',
  'Name',
  'CompanyName',
  'DueDate',
  'CompanyId__gr.Csm__gr.Name',
  'Links',
  'ModifiedDate',
].map((id) => ({ id, width: null }))

/** Not moved by scrolling or by people, and first in this order. */
const pinnedColumns = ['StatusName', 'Name']

export const isPinned = (id: string) => pinnedColumns.includes(id)

/** The choices as they are drawn: pinned ones first, the others in their order. */
export function pinnedFirst(choices: ColumnChoice[]): ColumnChoice[] {
  const pinned = pinnedColumns.flatMap((id) => choices.filter((choice) => choice.id === id))
  return [...pinned, ...choices.filter(({ id }) => !isPinned(id))]
}

/** The name under which this browser remembers the columns that somebody chose, in their short form. */
export const columnsSetting = 'columns'

/** Reads columns from their short form in an address: "StatusName,Name:320,DueDate". Null when it is not one. */
export function parseColumns(text: string): ColumnChoice[] | null {
  const choices: ColumnChoice[] = []
  for (const word of text.split(',')) {
    const match = /^(\w[\w.]*)(?::(\d{1,4}))?$/.exec(word)
    if (!match?.[1] || choices.some(({ id }) => id === match[1])) return null
    choices.push({ id: match[1], width: match[2] ? clampWidth(Number(match[2])) : null })
  }
  return choices
}

/** The short form that `parseColumns` reads. */
export function printColumns(choices: ColumnChoice[]): string {
  return choices.map(({ id, width }) => (width === null ? id : `${id}:${width}`)).join(',')
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width)))
}

/** Shows a column at the end, or takes it away. */
export function toggleColumn(choices: ColumnChoice[], id: string): ColumnChoice[] {
  return choices.some((choice) => choice.id === id)
    ? choices.filter((choice) => choice.id !== id)
    : [...choices, { id, width: null }]
}

/** Moves a column by so many places, as far as there are any. */
export function moveColumn(choices: ColumnChoice[], id: string, places: number): ColumnChoice[] {
  const from = choices.findIndex((choice) => choice.id === id)
  const moved = choices[from]
  if (!moved) return choices
  const others = choices.toSpliced(from, 1)
  return others.toSpliced(Math.min(others.length, Math.max(0, from + places)), 0, moved)
}

export function resizeColumn(choices: ColumnChoice[], id: string, width: number | null): ColumnChoice[] {
  const size = width === null ? null : clampWidth(width)
  return choices.map((choice) => (choice.id === id ? { ...choice, width: size } : choice))
}

/** Puts a column where another stands; that one and those after it move on. */
export function moveColumnBefore(choices: ColumnChoice[], id: string, before: string): ColumnChoice[] {
  const from = choices.findIndex((choice) => choice.id === id)
  const to = choices.findIndex((choice) => choice.id === before)
  return from < 0 || to < 0 ? choices : moveColumn(choices, id, to - from)
}

/** A column that is shown: its id, its width in pixels where somebody has set one, and whether it stays in sight when the others are scrolled sideways. */
export type ColumnChoice = { id: string; width: number | null; isPinned: boolean }

export const narrowestColumn = 48
export const widestColumn = 800

/** Pinned until somebody chooses otherwise. */
const pinnedAtFirst = ['StatusName', 'Name']

/** A column as it is at first: as wide as is usual for it. */
export const columnAtFirst = (id: string): ColumnChoice => ({ id, width: null, isPinned: pinnedAtFirst.includes(id) })

/** What is shown until somebody chooses otherwise. Status stands before the name, so that the eye runs down one coloured edge. */
export const defaultColumns: ColumnChoice[] = [
  'StatusName',
  'Name',
  'CompanyName',
  'DueDate',
  'CompanyId__gr.Csm__gr.Name',
  'Links',
  'ModifiedDate',
].map(columnAtFirst)

/** The choices as they are drawn: pinned ones first, each part in its order. */
export function pinnedFirst(choices: ColumnChoice[]): ColumnChoice[] {
  return [...choices.filter(({ isPinned }) => isPinned), ...choices.filter(({ isPinned }) => !isPinned)]
}

/**
 * Reads columns from their short form in an address: "StatusName,Name:320,DueDate". A sign behind one says that it is pinned (!) or not (~), where
 * that is not as at first. Null when it is not one.
 */
export function parseColumns(text: string): ColumnChoice[] | null {
  const choices: ColumnChoice[] = []
  for (const word of text.split(',')) {
    const [, id, width, sign] = /^(\w[\w.]*)(?::(\d{1,4}))?([!~])?$/.exec(word) ?? []
    if (id === undefined || choices.some((choice) => choice.id === id)) return null
    const { isPinned } = columnAtFirst(id)
    choices.push({
      id,
      width: width ? clampWidth(Number(width)) : null,
      isPinned: sign === undefined ? isPinned : sign === '!',
    })
  }
  return choices
}

/** The short form that `parseColumns` reads. */
export function printColumns(choices: readonly ColumnChoice[]): string {
  return choices
    .map(({ id, width, isPinned }) => {
      const sign = isPinned === columnAtFirst(id).isPinned ? '' : isPinned ? '!' : '~'
      return `${id}${width === null ? '' : `:${width}`}${sign}`
    })
    .join(',')
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width)))
}

/** Shows a column at the end, or takes it away. */
export function toggleColumn(choices: ColumnChoice[], id: string): ColumnChoice[] {
  return choices.some((choice) => choice.id === id)
    ? choices.filter((choice) => choice.id !== id)
    : [...choices, columnAtFirst(id)]
}

/** Moves a column by so many places, as far as there are any. Among the drawn ones a pinned column stays left of those that are not. */
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

/** Puts a column where another stands, pinned if that is; that one and those after it move on. */
export function moveColumnBefore(choices: ColumnChoice[], id: string, before: string): ColumnChoice[] {
  const from = choices.findIndex((choice) => choice.id === id)
  const to = choices.findIndex((choice) => choice.id === before)
  const target = choices[to]
  if (from < 0 || !target) return choices
  return pinColumn(moveColumn(choices, id, to - from), id, target.isPinned)
}

/** Keeps a column in sight, or lets it go with the others. */
export function pinColumn(choices: ColumnChoice[], id: string, isPinned: boolean): ColumnChoice[] {
  return choices.map((choice) => (choice.id === id ? { ...choice, isPinned } : choice))
}

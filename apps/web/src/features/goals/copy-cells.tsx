import * as texts from '@goalkeeper/texts/goals-copying'
import type { GoalRow } from '@goalkeeper/contract/goals'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, type RefObject } from 'react'
import { nameQuery } from '#web/shared/api/names-query.ts'
import { shownKind } from '#web/shared/names/shown-kind.ts'
import { headerRow } from '#web/shared/table/cell-moves.ts'
import { placeOf } from '#web/shared/table/row-windows.ts'
import { htmlTableOf, tsvOf, type CopiedCell } from '#web/shared/table/table-text.ts'
import type { CellCursor } from '#web/shared/table/use-cell-cursor.ts'
import { copiedCell, type NameOf } from './copied-cell.ts'
import type { GoalColumn } from './goal-columns.ts'
import { goalRowsQuery, goalWindowQuery, type GoalList } from './goal-queries.ts'
import type { GridPlaces } from './grid-places.ts'
import type { GoalSelection } from './use-goal-selection.ts'

type Options = {
  grid: RefObject<HTMLElement | null>
  list: GoalList | null
  cursor: CellCursor
  places: GridPlaces
  rowAt: (row: number) => GoalRow | null
  /** Where a goal stands among the rows that are here; null when it is not among them. */
  rowOf: (gsid: string) => number | null
  /** The columns as they are drawn, after the one of the checkboxes. */
  columns: readonly GoalColumn[]
  selection: GoalSelection
  groupLabel: (group: number) => string
  /** Tells what was copied, or why nothing was. */
  say: (words: string) => void
}

/** More rows are an export. */
const mostRows = 5_000
const page = 500

/** The cells of goals that are to be copied; `rows` null while some of them have to be read first. */
type Copied = { rows: (GoalRow | null)[]; columns: readonly GoalColumn[]; read: () => Promise<GoalRow[]> }

/**
 * Shows nothing: when something is copied while the grid has the focus, it is the marked range of cells, else the selected goals, else the active cell, as text for
 * spreadsheets and as a table. What is not here yet is read first.
 */
export function CopyCells(options: Options): null {
  const { grid, list, cursor, places, columns, selection, say } = options
  const queryClient = useQueryClient()
  const nameOf: NameOf = (kind, id) => queryClient.getQueryData(nameQuery(kind, id).queryKey)

  const cellsOf = (rows: readonly GoalRow[], of: readonly GoalColumn[]): CopiedCell[][] =>
    rows.map((row) => of.map((column) => copiedCell(column, row, nameOf)))

  /** The rows between two places, the headers of groups left out. */
  const between = (first: number, last: number) => {
    const rows: number[] = []
    for (let place = first; place <= last; place += 1) {
      const found = places.at(place)
      if (found.kind === 'goal') rows.push(found.row)
    }
    return rows
  }

  async function readRows(of: GoalList, rows: readonly number[]): Promise<GoalRow[]> {
    const found: GoalRow[] = []
    for (const row of rows) {
      const { window, place } = placeOf(row)
      const { rows: windowRows } = await queryClient.ensureQueryData(goalWindowQuery(of, window))
      const goal = windowRows[place]
      if (goal) found.push(goal)
    }
    return found
  }

  /** The selected goals in the order of the list; with null among them where they are not all here. */
  function selectedHere(): (GoalRow | null)[] {
    const { selection: chosen } = selection
    if (chosen.kind === 'all') return [null]
    const rows = [...chosen.gsids].map(options.rowOf)
    return rows.toSorted((a, b) => (a ?? 0) - (b ?? 0)).map((row) => (row === null ? null : options.rowAt(row)))
  }

  async function readSelected(of: GoalList): Promise<GoalRow[]> {
    const { selection: chosen } = selection
    const gsids = chosen.kind === 'some' ? [...chosen.gsids] : null
    const filter = gsids ? joinParts([...partsOf(of.filter), { field: 'Gsid', op: 'IN', value: gsids }]) : of.filter
    const except = chosen.kind === 'all' ? chosen.except : new Set<string>()
    const found: GoalRow[] = []
    for (let offset = 0; ; offset += page) {
      const { rows } = await queryClient.fetchQuery(goalRowsQuery({ ...of, filter }, offset, page))
      found.push(...rows.filter(({ gsid }) => !except.has(gsid)))
      if (rows.length < page) return found
    }
  }

  const readNames = (rows: readonly GoalRow[], of: readonly GoalColumn[]) =>
    Promise.all(
      of.flatMap(({ id, field }) => {
        const kind = field && shownKind(field)
        const ids = new Set(kind ? rows.map(({ fields }) => fields[id]) : [])
        return [...ids].flatMap((value) =>
          kind && typeof value === 'string'
            ? [queryClient.ensureQueryData(nameQuery(kind, value)).catch(() => null)]
            : [],
        )
      }),
    )

  function chosen(of: GoalList): Copied | string | null {
    const { range, place } = cursor
    if (range) {
      const rows = between(Math.max(0, range.firstRow), range.lastRow)
      if (rows.length > mostRows) return tooMany(rows.length)
      // The column of the checkboxes stands for the whole row.
      const among =
        range.lastColumn === 0 ? columns : columns.slice(Math.max(0, range.firstColumn - 1), range.lastColumn)
      return { rows: rows.map(options.rowAt), columns: among, read: () => readRows(of, rows) }
    }
    if (selection.count > mostRows) return tooMany(selection.count)
    if (selection.count > 0) return { rows: selectedHere(), columns, read: () => readSelected(of) }
    const found = place && place.row >= 0 ? places.at(place.row) : null
    if (!place || found?.kind !== 'goal') return null
    const among = place.column === 0 ? columns : columns.slice(place.column - 1, place.column)
    return { rows: [options.rowAt(found.row)], columns: among, read: () => readRows(of, [found.row]) }
  }

  /** The words of a header that is active. */
  function headerText(): string | null {
    const { place } = cursor
    if (!place) return null
    if (place.row === headerRow) return columns[place.column - 1]?.label ?? null
    const found = places.at(place.row)
    return found.kind === 'group' ? options.groupLabel(found.group) : null
  }

  const handleCopy = useEffectEvent((event: ClipboardEvent) => {
    if (!list || !event.clipboardData || document.activeElement !== grid.current) return
    // Somebody has marked words with the mouse.
    if (!(getSelection()?.isCollapsed ?? true)) return
    const what = chosen(list)
    const header = what === null ? headerText() : null
    if (what === null && header === null) return
    event.preventDefault()
    if (typeof what === 'string') return say(what)
    const rows = what?.rows.filter((row) => row !== null) ?? []
    if (!what || rows.length === what.rows.length) {
      const cells = what ? cellsOf(rows, what.columns) : [[header ?? '']]
      event.clipboardData.setData('text/plain', tsvOf(cells))
      event.clipboardData.setData('text/html', htmlTableOf(cells))
      return say(copiedWords(cells))
    }
    const reading = (async () => {
      const read = await what.read()
      await readNames(read, what.columns)
      return cellsOf(read, what.columns)
    })()
    writeLater(reading).then(
      (cells) => say(copiedWords(cells)),
      () => say(texts.nothingWasCopiedTheGoalsCould),
    )
  })
  // Browsers tell of it where the caret was last, which need not be in the grid.
  useEffect(() => {
    document.addEventListener('copy', handleCopy)
    return () => document.removeEventListener('copy', handleCopy)
  }, [])
  return null
}

/** Puts cells on the clipboard that are still on their way; the browser is told at once, while the key is still a reason to be allowed to. */
async function writeLater(reading: Promise<CopiedCell[][]>): Promise<CopiedCell[][]> {
  const blobOf = async (type: string, print: (cells: CopiedCell[][]) => string) =>
    new Blob([print(await reading)], { type })
  const item = new ClipboardItem({
    'text/plain': blobOf('text/plain', tsvOf),
    'text/html': blobOf('text/html', htmlTableOf),
  })
  await navigator.clipboard.write([item])
  return reading
}

const copiedWords = (cells: CopiedCell[][]) => texts.copied(cells.reduce((sum, row) => sum + row.length, 0))

const tooMany = (rows: number) => texts.nothingWasCopiedAreMoreThan(rows, mostRows)

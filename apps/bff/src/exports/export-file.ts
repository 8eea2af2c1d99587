import * as texts from '@goalkeeper/texts/server/exports'
import { aboutName, type goalExportSchema, mostWorkbookRows, rowsAtOnce } from '@goalkeeper/contract/exports'
import type { z } from 'zod'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { FrozenGoal, FrozenGoals } from '#bff/goal-index/frozen-goals.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import { AppError } from '#bff/http/app-error.ts'
import type { Asker } from '#bff/http/caller.ts'
import { type Cell, csvLine, csvType, utf8Mark } from '#bff/http/csv.ts'
import type { FileHead } from '#bff/http/send-file.ts'
import { localDay } from '#bff/local-day.ts'
import { workbook, workbookType } from '#bff/spreadsheet/workbook.ts'
import { type About, aboutHeader, aboutRows, goalsInWords, sortInWords } from './export-about.ts'
import { type ExportPlan, planColumns } from './export-columns.ts'

/** What exports ask of the other rooms. */
export type ExportsNeeds = {
  goalIndex: Pick<GoalIndex, 'freeze' | 'sights'>
  catalogue: Pick<Catalogue, 'fields' | 'names'>
  now?: () => number
}

/** A file that is made while it is sent, how many goals it will hold, and which, in words. */
export type ExportFile = FileHead & { rows: number; goals: string; parts: AsyncGenerator<string | Uint8Array> }

export function createExportFile({ goalIndex, catalogue, now = Date.now }: ExportsNeeds) {
  /** Throws an AppError (`invalid`) that names what makes no sense. */
  return async (asker: Asker, asked: z.output<typeof goalExportSchema>): Promise<ExportFile> => {
    const { format, goals, group, sort, columns, richText } = asked
    const today = asked.today ?? localDay(now())
    const fields = await catalogue.fields()
    const plan = planColumns(fields, columns, richText)
    const sight = await goalIndex.sights.sightOf(asker, 'filter' in goals ? goals.filter : null)
    const frozen = await goalIndex.freeze({ ...goals, group, sort, today }, sight)
    const rows = frozen.gsids.length
    if (format === 'xlsx' && rows > mostWorkbookRows) {
      throw new AppError('invalid', texts.aWorkbookHasAtMostRows(mostWorkbookRows))
    }
    const about: About = {
      goals: await goalsInWords(goals, asker.rights.scope !== null, fields, catalogue),
      sort: sortInWords(group, sort, fields, 'filter' in goals && !!goals.search),
      asOf: frozen.asOf,
      exact: frozen.exact,
      undecided: frozen.undecided,
      writtenAt: now(),
      writtenFor: asker.caller.actor,
    }
    const made = { name: `goals-${today}-${rows}.${format}`, rows, goals: about.goals }
    const windows = readWindows(frozen, plan, catalogue)
    return format === 'csv'
      ? { ...made, type: csvType, parts: csvParts(plan, windows, aboutHeader(about, rows)) }
      : { ...made, type: workbookType, parts: workbookParts(plan, windows, about) }
  }
}

/** The rows of a frozen list, some at a time. */
async function* readWindows(
  { gsids, read }: FrozenGoals,
  { columns, fields, named }: ExportPlan,
  catalogue: ExportsNeeds['catalogue'],
): AsyncGenerator<Cell[][]> {
  for (let first = 0; first < gsids.length; first += rowsAtOnce) {
    const goals = await read(gsids.slice(first, first + rowsAtOnce), fields)
    const names = await namesOf(goals, named, catalogue)
    yield goals.map((goal) => columns.map(({ cell }) => cell(goal, names)))
  }
}

async function namesOf(goals: FrozenGoal[], named: ExportPlan['named'], catalogue: ExportsNeeds['catalogue']) {
  const names = new Map<string, string>()
  for (const { field, kind } of named) {
    const ids = goals.flatMap(({ fields }) => [fields[field.name] ?? []].flat()).map(String)
    for (const [id, name] of await catalogue.names(kind, new Set(ids))) names.set(id, name)
  }
  return names
}

async function* csvParts(
  { columns }: ExportPlan,
  windows: AsyncIterable<Cell[][]>,
  about: string,
): AsyncGenerator<string> {
  yield utf8Mark + csvLine([...columns.map(({ header }) => header), about])
  const textOf = (cell: Cell, at: number) =>
    columns[at]?.holds === 'moment' && typeof cell === 'number' ? new Date(cell).toISOString() : cell
  for await (const rows of windows) yield rows.map((cells) => csvLine([...cells.map(textOf), null])).join('')
}

function workbookParts({ columns }: ExportPlan, windows: AsyncIterable<Cell[][]>, about: About) {
  let written = 0
  async function* counted() {
    for await (const rows of windows) {
      written += rows.length
      yield rows
    }
  }
  async function* facts() {
    yield aboutRows(about, written)
  }
  const aboutColumns = [
    { header: aboutName, holds: 'text' as const },
    { header: 'Goalkeeper', holds: 'long' as const },
  ]
  return workbook([
    { name: 'Goals', columns, rows: counted() },
    { name: aboutName, columns: aboutColumns, rows: facts() },
  ])
}

import * as texts from '@goalkeeper/texts/server/import-files'
import { unprotectedText } from '@goalkeeper/contract/cell-text'
import { aboutName } from '@goalkeeper/contract/exports'
import { mostColumns, mostRows } from '@goalkeeper/contract/imports'
import { decodeText } from './decode-text.ts'
import { FileFault } from './file-fault.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'

/** A file as a table. Rows are numbered as a spreadsheet does it: the header is row 1. */
export type Table = {
  kind: 'text' | 'workbook'
  sheets: string[]
  sheet: string | null
  header: string[]
  rows: { row: number; cells: string[] }[]
  notices: string[]
}

type Rows = { row: number; cells: string[] }[]

/** Reads a file by what is in it, whatever it is called. Throws a FileFault with a sentence. */
export async function readFile(bytes: Uint8Array<ArrayBuffer>, sheet: string | null): Promise<Table> {
  if (startsWith(bytes, [0x50, 0x4b])) {
    const { rows, notices, ...book } = await readWorkbook(bytes, sheet)
    return { kind: 'workbook', ...book, ...tableOf(rows, notices) }
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new FileFault(texts.thisIsAnOldWorkbookXls)
  }
  const { text, notices } = decodeText(bytes)
  return { kind: 'text', sheets: [], sheet: null, ...tableOf(readCsv(text), notices) }
}

function tableOf(given: Rows, told: string[]): Pick<Table, 'header' | 'rows' | 'notices'> {
  const { rows: all, about } = withoutAbout(given)
  const filled = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [head, ...body] = filled
  if (!head) throw new FileFault(texts.theFileIsEmpty)
  if (body.length === 0) throw new FileFault(texts.theFileHasAHeaderAnd)
  if (body.length > mostRows) {
    throw new FileFault(texts.anImportHasAtMostRows(mostRows, body.length))
  }
  const width = filled.reduce((most, { cells }) => Math.max(most, lastFilled(cells)), 0)
  if (width > mostColumns) throw new FileFault(texts.anImportHasAtMostColumns(mostColumns, width))
  const { header, notices } = headerOf(head.cells, width)
  const hasGaps = filled.length < (filled.at(-1)?.row ?? 0)
  return {
    header,
    rows: body.map(({ row, cells }) => ({
      row,
      cells: Array.from({ length: width }, (_, at) => unprotectedText(storable(cells[at] ?? ''))),
    })),
    notices: [...told, ...about, ...notices, ...(hasGaps ? [texts.emptyRowsWereLeftOut] : [])],
  }
}

/** Our own exports to CSV have a column for what is to be known of the file; it is told, and is no column of goals. */
function withoutAbout(rows: Rows): { rows: Rows; about: string[] } {
  const header = rows[0]?.cells ?? []
  const column = header.findIndex((cell) => cell.startsWith(`${aboutName}: `))
  if (column < 0) return { rows, about: [] }
  const words = storable(header[column] ?? '').slice(aboutName.length + 2)
  return {
    rows: rows.map(({ row, cells }) => ({ row, cells: cells.toSpliced(column, 1) })),
    about: [texts.thisIsAnExportOfGoalkeeper(words.slice(0, 500))],
  }
}

/** A column without a name is called by its letter, and of two of one name the second says so. */
function headerOf(cells: string[], width: number): { header: string[]; notices: string[] } {
  const seen = new Map<string, number>()
  const doubled = new Set<string>()
  const header = Array.from({ length: width }, (_, at) => {
    const name =
      storable(unprotectedText(cells[at] ?? ''))
        .trim()
        .slice(0, 200) || texts.column(letterOf(at))
    const times = (seen.get(name.toLowerCase()) ?? 0) + 1
    seen.set(name.toLowerCase(), times)
    if (times === 1) return name
    doubled.add(name)
    return `${name} (${times})`
  })
  const notices = [...doubled].map((name) => texts.severalColumnsAreCalledTheyAre(name))
  return { header, notices }
}

function letterOf(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

const lastFilled = (cells: string[]) => cells.findLastIndex((cell) => cell.trim() !== '') + 1

/** PostgreSQL takes neither a NUL nor half a surrogate pair in a text. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '')

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, at) => bytes[at] === byte)

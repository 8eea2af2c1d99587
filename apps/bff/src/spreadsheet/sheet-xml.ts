import { protectedText } from '@goalkeeper/contract/cell-text'
import { mostCellLetters, tooLongCell } from '@goalkeeper/contract/exports'
import type { Cell } from '#bff/http/csv.ts'
import type { Column, Holds } from './column.ts'
import { styleOf } from './workbook-parts.ts'

const widths: Record<Holds, number> = { text: 24, long: 48, number: 14, boolean: 10, day: 12, moment: 18 }

/** What a sheet begins with: its columns and a first row with their names, which stays in sight. */
export function sheetHead(columns: readonly Column[]): string {
  const cols = columns.map(({ holds }, at) => {
    const place = at + 1
    return `<col min="${place}" max="${place}" width="${widths[holds]}" style="${styleOf[holds]}" customWidth="1"/>`
  })
  const names = columns.map(({ header }, at) => textCell(header, letterOf(at) + 1, styleOf.header))
  return (
    `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols>` +
    `<sheetData><row r="1">${names.join('')}</row>`
  )
}

/** One row of cells; `row` as a spreadsheet numbers it. */
export function sheetRow(columns: readonly Column[], cells: readonly Cell[], row: number): string {
  const filled = columns.map(({ holds }, at) => cellXml(cells[at] ?? null, letterOf(at) + row, holds))
  return `<row r="${row}">${filled.join('')}</row>`
}

/** What a sheet ends with, after so many rows with the header: its columns can be filtered. */
export function sheetFoot(columns: readonly Column[], rows: number): string {
  return `</sheetData><autoFilter ref="A1:${letterOf(columns.length - 1)}${rows}"/></worksheet>`
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

function cellXml(cell: Cell, at: string, holds: Holds): string {
  if (cell === null || cell === '') return ''
  const style = styleOf[holds]
  if (typeof cell === 'boolean') return `<c r="${at}" s="${style}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string') {
    const serial = holds === 'day' ? serialOf(Date.parse(cell)) : null
    return serial === null ? textCell(cell, at, style) : numberCell(serial, at, style)
  }
  if (holds !== 'moment') return numberCell(cell, at, style)
  const serial = serialOf(cell)
  return serial === null ? textCell(new Date(cell).toISOString(), at, style) : numberCell(serial, at, style)
}

const numberCell = (number: number, at: string, style: number) => `<c r="${at}" s="${style}"><v>${number}</v></c>`

function textCell(text: string, at: string, style: number): string {
  const cell = protectedText(text)
  const fit = cell.length > mostCellLetters ? tooLongCell(text.length) : cell
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(fit)}</t></is></c>`
}

const dayMs = 86_400_000
/** Spreadsheets count days from here; before March 1900 they do not agree, because some hold 1900 for a leap year. */
const [epoch, first, last] = [Date.UTC(1899, 11, 30), Date.UTC(1900, 2, 1), Date.UTC(9999, 11, 31, 23, 59, 59)]

/** An instant in days, as a cell holds it in UTC; null where a cell cannot. */
function serialOf(instant: number): number | null {
  return instant >= first && instant <= last ? (instant - epoch) / dayMs : null
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** XML reads a carriage return as a line feed; other control characters below the space it cannot hold at all. */
const notInXml = /[[\p{Cc}--[\t\n\u{7F}-\u{9F}]]\uFFFE\uFFFF]/gv

/** A text as XML. What XML cannot hold is written as workbooks do, `_x000B_`, and so is what would be read as such. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll(notInXml, (letter) => `_x${hex(letter)}_`)
    .replaceAll(/[&<>]/g, (letter) => entities[letter] ?? letter)
}

const hex = (letter: string) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** The letters of a column, from 0: A, B, … Z, AA. */
function letterOf(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

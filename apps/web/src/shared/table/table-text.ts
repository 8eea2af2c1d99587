import { protectedText } from '@goalkeeper/contract/cell-text'

/** What a copied cell holds. A text that a spreadsheet would take for a formula is copied as a text. */
export type CopiedCell = string | number

const textOf = (cell: CopiedCell) => (typeof cell === 'number' ? String(cell) : protectedText(cell))

/** Cells as spreadsheets paste them from a plain text: apart by tabs, rows apart by lines; a cell with either in it, or that begins with a quotation mark, is quoted. */
export function tsvOf(rows: readonly (readonly CopiedCell[])[]): string {
  const field = (cell: CopiedCell) => {
    const text = textOf(cell)
    return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return rows.map((row) => row.map(field).join('\t')).join('\n')
}

/** The same cells as a table of HTML, which mail and documents paste. */
export function htmlTableOf(rows: readonly (readonly CopiedCell[])[]): string {
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(textOf(cell))}</td>`).join('')}</tr>`)
  return `<table><tbody>${lines.join('')}</tbody></table>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' }
const escaped = (text: string) => text.replaceAll(/[&<>"\n]/g, (sign) => entities[sign] ?? sign)

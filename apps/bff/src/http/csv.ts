import { protectedText } from '@goalkeeper/contract/cell-text'
import type { Response } from 'express'
import { sendFile } from './send-file.ts'

export type Cell = string | number | boolean | null

export const csvType = 'text/csv; charset=utf-8'
/** The mark by which spreadsheets know UTF-8. */
export const utf8Mark = '\uFEFF'

/** Answers with a CSV file (RFC 4180, UTF-8), row by row as they come. */
export async function sendCsv(
  response: Response,
  fileName: string,
  columns: string[],
  rows: AsyncIterable<Cell[]>,
): Promise<void> {
  async function* lines() {
    yield `${utf8Mark}${csvLine(columns)}`
    for await (const row of rows) yield csvLine(row)
  }
  await sendFile(response, { name: fileName, type: csvType }, lines())
}

/** One record, with the end of its line. No text in it is a formula. */
export function csvLine(cells: Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = protectedText(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

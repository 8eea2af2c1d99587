import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

export type Cell = string | number | boolean | null

/**
 * Answers with a CSV file (RFC 4180, UTF-8 with the mark by which spreadsheets know it), row by row as they come and no
 * quicker than they are taken. Whoever leaves ends the reading.
 */
export async function sendCsv(
  response: Response,
  fileName: string,
  columns: string[],
  rows: AsyncIterable<Cell[]>,
): Promise<void> {
  response.setHeader('content-type', 'text/csv; charset=utf-8')
  response.setHeader('content-disposition', `attachment; filename="${fileName}"`)
  response.setHeader('cache-control', 'no-store')
  async function* lines() {
    yield `\uFEFF${csvLine(columns)}`
    for await (const row of rows) yield csvLine(row)
  }
  try {
    await pipeline(Readable.from(lines()), response)
  } catch (error) {
    const hasLeft = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
    if (!hasLeft) throw error
  }
}

/** One record, with the end of its line. */
export function csvLine(cells: Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

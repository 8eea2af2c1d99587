import type { Cell } from '#bff/http/csv.ts'
import type { Column } from './column.ts'
import { declaration, sheetFoot, sheetHead, sheetRow } from './sheet-xml.ts'
import { sheetEntry, workbookParts } from './workbook-parts.ts'
import { zipParts } from './zip-parts.ts'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A sheet with its rows, of which some come at a time. The first ones stand in one part with the header. */
export type Sheet = { name: string; columns: readonly Column[]; rows: AsyncIterable<Cell[][]> | Iterable<Cell[][]> }

/** A workbook (XLSX) as it is made: no more of it is held than the rows that come at a time. */
export function workbook(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  return zipParts([
    ...workbookParts(sheets.map(({ name }) => name)).map(({ name, xml }) => ({ name, text: declaration + xml })),
    ...sheets.map((sheet, at) => ({ name: sheetEntry(at), parts: sheetParts(sheet) })),
  ])
}

async function* sheetParts({ columns, rows }: Sheet): AsyncGenerator<string> {
  let [text, row] = [sheetHead(columns), 1]
  for await (const some of rows) {
    for (const cells of some) {
      row += 1
      text += sheetRow(columns, cells, row)
    }
    yield text
    text = ''
  }
  yield text + sheetFoot(columns, row)
}

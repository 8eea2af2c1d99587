import * as texts from '@goalkeeper/texts/server/import-files'
import { type UnzipFileInfo, unzipSync } from 'fflate'
import readWorksheets, { InvalidSpreadsheetError } from 'read-excel-file/universal'
import { aboutName } from '@goalkeeper/contract/exports'
import { FileFault } from './file-fault.ts'

/** A workbook that is larger when it is unpacked was made to do harm, or is no list of goals. */
const mostInflated = 200 * 1024 * 1024
const mostEntries = 2_000

export type Workbook = { sheets: string[]; sheet: string; rows: { row: number; cells: string[] }[]; notices: string[] }

/** The rows of one sheet of a workbook; null: of its first. Of formulas the result that the file holds counts. */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>, wanted: string | null): Promise<Workbook> {
  checkSizes(bytes)
  const all = await readWorksheets(bytes.buffer, { trim: false }).catch((error: unknown) => {
    const why = error instanceof InvalidSpreadsheetError ? error.message : texts.itMayBeDamagedOrProtected
    throw new FileFault(texts.theWorkbookCannotBeRead(why.replace(/\.$/, '')))
  })
  const names = all.map(({ sheet }) => sheet)
  // The second sheet of our own exports is about the file.
  const sheets = names.filter((name) => name !== aboutName)
  const index = wanted === null ? names.findIndex((name) => name !== aboutName) : names.indexOf(wanted)
  const chosen = all[index]
  if (!chosen)
    throw new FileFault(wanted === null ? texts.workbookWithoutSheets : texts.workbookWithoutTheSheet(wanted))
  checkFormulas(bytes)
  const rows = (chosen.data as unknown[][]).map((cells, at) => ({ row: at + 1, cells: cells.map(textOf) }))
  const others = sheets.length - 1
  const notices = others > 0 && wanted === null ? [texts.theWorkbookHasSheetsThisIs(sheets.length, chosen.sheet)] : []
  return { sheets, sheet: chosen.sheet, rows, notices }
}

/** Looks at what the entries say of themselves, by which the reader unpacks them too: nothing is unpacked here. */
function checkSizes(bytes: Uint8Array): void {
  let [entries, inflated] = [0, 0]
  const note = ({ originalSize }: UnzipFileInfo) => {
    entries += 1
    inflated += originalSize
    if (entries > mostEntries || inflated > mostInflated) {
      throw new FileFault(texts.theWorkbookIsTooLargeWhen)
    }
    return false
  }
  unzip(bytes, note)
}

/** A formula without a result would be an empty cell, and nobody would know. */
function checkFormulas(bytes: Uint8Array): void {
  const parts = unzip(bytes, ({ name }) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
  for (const part of Object.values(parts)) {
    const xml = new TextDecoder().decode(part)
    for (const [cell, open = ''] of xml.matchAll(/<c\s([^>]*?[^/]|)>(?:(?!<\/c>)[\s\S])*?<\/c>/g)) {
      if (!/<f[\s/>]/.test(cell) || /<v[^>]*>[^<]/.test(cell) || /<is[\s>]/.test(cell)) continue
      // A formula whose result is the empty text says so.
      if (/t="str"/.test(open)) continue
      const at = /r="([A-Z]+\d+)"/.exec(open)?.[1] ?? texts.ofTheWorkbook
      throw new FileFault(texts.theCellHoldsAFormulaWithout(at))
    }
  }
}

function unzip(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw new FileFault(texts.theWorkbookCannotBeReadIt)
  }
}

/** Dates of a workbook are calendar dates, which the reader gives as their midnight in UTC. */
function textOf(cell: unknown): string {
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  if (!(cell instanceof Date)) return ''
  if (Number.isNaN(cell.valueOf())) return ''
  const text = cell.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
}

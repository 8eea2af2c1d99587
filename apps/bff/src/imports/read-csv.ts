import * as texts from '@goalkeeper/texts/server/import-files'
import { CsvError, parse } from 'csv-parse/sync'
import { FileFault } from './file-fault.ts'

const delimiters = [',', ';', '\t', '|']

/** The records of a text, with the number of the row that each is in. Empty rows are left out. */
export function readCsv(text: string): { row: number; cells: string[] }[] {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    })
    return records.map((cells, index) => ({ row: index + 1, cells }))
  } catch (error) {
    throw new FileFault(error instanceof CsvError ? wordsOf(error) : texts.notReadAsCsv)
  }
}

/** What stands most often in the first line outside quotes. */
function delimiterOf(text: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 100_000))?.[0].replaceAll(/"(?:[^"]|"")*"/g, '') ?? ''
  const counts = delimiters.map((delimiter) => ({ delimiter, count: line.split(delimiter).length - 1 }))
  return counts.toSorted((one, other) => other.count - one.count)[0]?.delimiter ?? ','
}

function wordsOf(error: CsvError): string {
  const line = typeof error['lines'] === 'number' ? texts.line(error['lines']) : texts.theLastLine
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return texts.aQuotationMarkIsOpenedAnd(line)
    case 'INVALID_OPENING_QUOTE':
      return texts.aQuotationMarkStandsInThe(line)
    case 'CSV_INVALID_CLOSING_QUOTE':
      return texts.somethingStandsBehindAClosing(line)
    default:
      return texts.notReadAsCsvIn(line)
  }
}

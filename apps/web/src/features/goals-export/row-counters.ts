import { rowsAtOnce, type ExportFormat } from '@goalkeeper/contract/exports'

/** Counts the goals in a file while its bytes come in; gives how many have come so far. */
export type RowCounter = (bytes: Uint8Array) => number

export const rowCounters: Record<ExportFormat, () => RowCounter> = { csv: countCsvRows, xlsx: countWorkbookRows }

const [quote, lineEnd] = [0x22, 0x0a]

/** Ends of lines outside quotation marks, less that of the header. A doubled mark within a cell closes and opens it again. */
function countCsvRows(): RowCounter {
  let [lines, isQuoted] = [0, false]
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === quote) isQuoted = !isQuoted
      else if (byte === lineEnd && !isQuoted) lines += 1
    }
    return Math.max(0, lines - 1)
  }
}

const flushMark = [0x00, 0x00, 0xff, 0xff]

/** Marks of flushes, of which each stands behind as many rows as the server writes at once. */
function countWorkbookRows(): RowCounter {
  let [marks, matched] = [0, 0]
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === flushMark[matched]) matched += 1
      // Of three zeros the last two can begin a mark as well.
      else if (byte === 0) matched = matched === 2 ? 2 : 1
      else matched = 0
      if (matched < flushMark.length) continue
      marks += 1
      matched = 0
    }
    return marks * rowsAtOnce
  }
}

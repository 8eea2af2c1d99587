import type { FieldValue } from '@goalkeeper/contract/goals'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { htmlOfCell } from './html-of-cell.ts'

/** A text that says what is there already is no change, whether it came through a spreadsheet as HTML or as words. */
export function settledValue(value: FieldValue, now: FieldValue, type: string | undefined): FieldValue {
  if (typeof value !== 'string' || (type !== 'text' && type !== 'html')) return value
  const plain = (text: string) => text.replaceAll(/\r\n?/g, '\n').trim()
  if (typeof now === 'string' && plain(now) === plain(value)) return now
  if (type === 'text') return value
  if (typeof now === 'string' && words(textOfHtml(now)) === words(value)) return now
  return htmlOfCell(value)
}

const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

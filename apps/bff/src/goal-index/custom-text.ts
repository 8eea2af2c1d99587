import { textOfHtml } from '@goalkeeper/filter/html-text'
import type { FieldValues } from './tables.ts'

/**
 * The words of those custom values that hold markup, by field name: the column `custom_text`, which conditions on rich text look at.
 * Whether a field is rich text need not be known, for a value without markup is its own words.
 */
export function customText(custom: FieldValues): Record<string, string> {
  const marked = Object.entries(custom).filter(([, value]) => typeof value === 'string' && /[<&]/.test(value))
  return Object.fromEntries(marked.map(([name, value]) => [name, textOfHtml(String(value))]))
}

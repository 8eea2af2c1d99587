import * as texts from '@goalkeeper/texts/server/views'
import type { ListState } from '@goalkeeper/contract/views'
import { isDeepStrictEqual } from 'node:util'
import type { ViewRow } from './tables.ts'

type Kept = Pick<ViewRow, 'name' | 'shared' | 'state'>

/** A view as Activity names it. What somebody calls a view that only they see is for nobody else to read. */
export const namedView = ({ name, shared }: Pick<ViewRow, 'name' | 'shared'>): string =>
  shared ? texts.theView(name) : texts.aViewOfTheirOwn

/** What was done to a view, in a sentence for each thing without a subject; none when nothing was. */
export function changeWords(before: Kept, after: Kept): string[] {
  const words: string[] = []
  if (!before.shared && after.shared) words.push(texts.sharedTheViewWithEveryone(after.name))
  if (before.shared && !after.shared) words.push(texts.tookTheViewBackFromEveryone(before.name))
  if (before.shared && after.shared && before.name !== after.name)
    words.push(texts.renamedTheViewTo(before.name, after.name))
  const keys = changedKeys(before.state, after.state)
  if (keys.length > 0) words.push(texts.changedTheView(namedView(after), keys.join(', ')))
  return words
}

function changedKeys(before: ListState, after: ListState): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => !isDeepStrictEqual(before[key], after[key])).map((key) => keyWords[key] ?? key)
}

const keyWords: Record<string, string> = { q: texts.search, sort: texts.order }

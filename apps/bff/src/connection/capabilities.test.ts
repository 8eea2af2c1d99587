import { expect, test } from 'vitest'
import { capabilitiesFrom } from './capabilities.ts'
import type { Knowledge } from './capability-store.ts'

const found = (state: 'yes' | 'no', value: unknown = null) => ({ state, found: '', value, checkedAt: 0 })
const clearByFrom = (knowledge: [string, ReturnType<typeof found>][]) =>
  capabilitiesFrom(new Map(knowledge) as Knowledge).clearBy

test('a field is emptied by what emptied it in the write check, and by null until there was one', () => {
  expect(clearByFrom([])).toEqual({ DueDate: 'null', Description: 'null', custom: 'null' })
  expect(clearByFrom([['clearDueDate', found('no')]])).toMatchObject({ DueDate: 'never', Description: 'null' })
  expect(
    clearByFrom([
      ['clearDueDate', found('yes', 'empty')],
      ['clearDescription', found('yes', 'null')],
    ]),
  ).toMatchObject({ DueDate: 'empty', Description: 'null' })
})

test('custom fields go by an empty text where only that emptied something, and are never given up', () => {
  const custom = (...words: ['yes' | 'no', string | null][]) =>
    clearByFrom(words.map(([state, word], at) => [at === 0 ? 'clearDueDate' : 'clearDescription', found(state, word)]))
      .custom
  expect(custom(['yes', 'empty'])).toBe('empty')
  expect(custom(['yes', 'empty'], ['no', null])).toBe('empty')
  expect(custom(['yes', 'empty'], ['yes', 'null'])).toBe('null')
  expect(custom(['no', null], ['no', null])).toBe('null')
})

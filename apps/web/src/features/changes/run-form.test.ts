import { expect, test } from 'vitest'
import { instantOf, isTyped, runForm } from './run-form.ts'

const now = new Date(2026, 10, 26, 16, 32).getTime()
const form = runForm(() => now)
const filled = { reason: '', stopAfter: '5', start: 'now', at: '', typed: '' }
const pathsOf = (given: object) =>
  form.safeParse({ ...filled, ...given }).error?.issues.map(({ path }) => path.join('.')) ?? []

test('a time is needed only for a later start, and has to be one', () => {
  expect(pathsOf({})).toEqual([])
  expect(pathsOf({ start: 'at' })).toEqual(['at'])
  expect(pathsOf({ start: 'at', at: '2026-11-26T16:31' })).toEqual(['at'])
  expect(pathsOf({ start: 'at', at: '2026-11-26T16:33' })).toEqual([])
  expect(instantOf('2026-11-26T16:33')).toBe(now + 60_000)
})

test('a run stops after a whole number of refusals', () => {
  expect(['0', '1.5', 'five', '', '1001'].flatMap((stopAfter) => pathsOf({ stopAfter }))).toEqual(
    Array(5).fill('stopAfter'),
  )
  expect(pathsOf({ stopAfter: ' 12 ' })).toEqual([])
})

test('above 200 the number has to be typed, however it is written', () => {
  expect(isTyped('', 200)).toBe(true)
  expect(isTyped('', 201)).toBe(false)
  expect(['1284', '1,284', ' 1 284 '].map((text) => isTyped(text, 1284))).toEqual([true, true, true])
  expect(isTyped('1285', 1284)).toBe(false)
})

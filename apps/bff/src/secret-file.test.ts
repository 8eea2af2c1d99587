import { expect, test } from 'vitest'
import { isOpenToOthers } from './secret-file.ts'

const own = 1000
test.each([
  ['its own', 0o400, own, false],
  ['its own', 0o600, own, false],
  ['its own', 0o640, own, true],
  ['its own', 0o604, own, true],
  ['root’s', 0o440, 0, false],
  ['root’s', 0o400, 0, false],
  ['root’s', 0o444, 0, true],
  ['root’s', 0o460, 0, true],
  ['somebody’s', 0o440, 1001, true],
])('a file that is %s with the mode %o', (_whose, mode, uid, isOpen) => {
  expect(isOpenToOthers({ mode: 0o100_000 | mode, uid }, own)).toBe(isOpen)
})

test('for root itself its files are its own, and on Windows there is no mode', () => {
  expect(isOpenToOthers({ mode: 0o440, uid: 0 }, 0)).toBe(true)
  expect(isOpenToOthers({ mode: 0o666, uid: 0 }, undefined)).toBe(false)
})

import { expect, test } from 'vitest'
import { isGsid, keyPrefixOf, kindOfGsid } from './gsid.ts'

const goal = '1CG03GFNBH1NOBHOND412PHFQQEPGXWOQ1T9'

test('a Gsid is 36 digits and capital letters', () => {
  expect(isGsid(goal)).toBe(true)
  for (const other of [goal.slice(1), `${goal}0`, goal.toLowerCase(), ` ${goal.slice(1)}`, '', null, 36]) {
    expect(isGsid(other), String(other)).toBe(false)
  }
})

test('the key prefix is the first half, which goals of one tenant share', () => {
  expect(keyPrefixOf(goal)).toBe('1CG03GFNBH1NOBHOND')
  expect(keyPrefixOf('1CG03GFNBH1NOBHONDL3T69ND47717CRSH0C')).toBe(keyPrefixOf(goal))
})

test('the first four characters tell the kind of record, where they are known', () => {
  expect(kindOfGsid(goal)).toBe('goal')
  expect(kindOfGsid('1S010R2NEBJLG2RT8IP6XWLYWZDDAVCXEK5J')).toBe('CTA')
  expect(kindOfGsid('1S02J57N1K69N1VBJKLIBNH5YIJBBWEUOK4B')).toBe('success plan')
  expect(kindOfGsid('9Z99J57N1K69N1VBJKLIBNH5YIJBBWEUOK4B')).toBeNull()
})

import { expect, test } from 'vitest'
import { isMeaningless } from './is-meaningless.ts'

const none = { planned: 0, 'on track': 0, 'at risk': 0, achieved: 0, dropped: 0, unknown: 0 }
const of = (...csms: Partial<typeof none>[]) =>
  isMeaningless({ csms: csms.map((goals) => ({ csm: 'a', label: 'A', hint: null, goals: { ...none, ...goals } })) })

test('nothing is known of goals while not one status has a meaning', () => {
  expect(of({ unknown: 3 }, { unknown: 1 })).toBe(true)
  expect(of({ unknown: 3 }, { unknown: 1, dropped: 1 })).toBe(false)
  expect(of({ planned: 2 })).toBe(false)
  expect(of()).toBe(false)
})

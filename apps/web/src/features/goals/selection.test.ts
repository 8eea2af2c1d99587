import { describe, expect, test } from 'vitest'
import { everything, isSelected, nothing, rowsBetween, select, selectedCount, selectedGoals } from './selection.ts'

describe('some goals', () => {
  test('come in, once each, and go out', () => {
    const two = select(select(nothing, ['a', 'b'], true), ['b'], true)
    expect(selectedCount(two, 100)).toBe(2)
    const one = select(two, ['a'], false)
    expect([isSelected(one, 'a'), isSelected(one, 'b')]).toEqual([false, true])
  })

  test('a change leaves the earlier selection alone', () => {
    select(nothing, ['a'], true)
    expect(selectedCount(nothing, 100)).toBe(0)
  })
})

describe('all goals', () => {
  test('counts what matches but for those taken out', () => {
    const most = select(everything, ['a', 'b'], false)
    expect(selectedCount(most, 1284)).toBe(1282)
    expect(isSelected(most, 'a')).toBe(false)
    expect(isSelected(most, 'c')).toBe(true)
  })

  test('what was taken out can come back', () => {
    expect(isSelected(select(select(everything, ['a'], false), ['a'], true), 'a')).toBe(true)
  })
})

test('a range runs both ways', () => {
  expect(rowsBetween(7, 3)).toEqual({ first: 3, last: 7 })
  expect(rowsBetween(3, 3)).toEqual({ first: 3, last: 3 })
})

test('a call names some goals, or the filter and what was taken out', () => {
  const list = {
    filter: { field: 'StatusName', op: 'EQ' as const, value: ['New'] },
    search: 'north',
    today: '2026-11-26',
  }
  expect(selectedGoals(select(nothing, ['a', 'b'], true), list)).toEqual({ gsids: ['a', 'b'] })
  expect(selectedGoals(select(everything, ['b'], false), list)).toEqual({ ...list, except: ['b'] })
})

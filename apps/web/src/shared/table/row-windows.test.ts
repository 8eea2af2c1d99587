import { describe, expect, test } from 'vitest'
import { offsetShowing, placeOf, scrollHeight, scrollRatio, windowsOf } from './row-windows.ts'

describe('windows of a range', () => {
  test('the top of a list needs the first only', () => {
    expect(windowsOf({ first: 0, last: 21 }, null)).toEqual([0])
    expect(windowsOf({ first: 0, last: 21 }, 100_000)).toEqual([0])
  })
  test('near an edge the neighbour is read ahead', () => {
    expect(windowsOf({ first: 45, last: 66 }, 100_000)).toEqual([0, 1])
    expect(windowsOf({ first: 120, last: 141 }, 100_000)).toEqual([0, 1])
    expect(windowsOf({ first: 141, last: 158 }, 100_000)).toEqual([1])
  })
  test('never beyond the end', () => {
    expect(windowsOf({ first: 80, last: 99 }, 100)).toEqual([0])
    expect(windowsOf({ first: 0, last: 0 }, 0)).toEqual([0])
    expect(windowsOf({ first: 99_980, last: 99_999 }, 100_000)).toEqual([999])
  })
})

test('a row has its place in its window', () => {
  expect(placeOf(0)).toEqual({ window: 0, place: 0 })
  expect(placeOf(250)).toEqual({ window: 2, place: 50 })
})

describe('lists taller than a browser can scroll', () => {
  const rows = 1_000_000 * 64
  test('the end of the scroll bar is the end of the list', () => {
    const viewport = 700
    const lastScrollTop = scrollHeight(rows) - viewport
    expect(lastScrollTop * scrollRatio(rows, viewport)).toBeCloseTo(rows - viewport, 0)
  })
  test('ordinary lists scroll pixel by pixel', () => {
    expect(scrollRatio(100_000 * 32, 700)).toBe(1)
    expect(scrollHeight(100_000 * 32)).toBe(3_200_000)
  })
})

describe('bringing a row into sight', () => {
  const view = { rowHeight: 32, headerPx: 32, coverPx: 0, viewportPx: 672, offsetPx: 3200 }
  test('one that is seen whole stays where it is', () => {
    expect(offsetShowing(100, view)).toBe(3200)
    expect(offsetShowing(119, view)).toBe(3200)
  })
  test('one above comes to the top, one below to the foot', () => {
    expect(offsetShowing(99, view)).toBe(99 * 32)
    expect(offsetShowing(120, view)).toBe(3232)
    expect(offsetShowing(0, view)).toBe(0)
  })
  test('one that something covers comes out below it', () => {
    const covered = { ...view, coverPx: 32 }
    expect(offsetShowing(100, covered)).toBe(99 * 32)
    expect(offsetShowing(101, covered)).toBe(3200)
    expect(offsetShowing(0, covered)).toBe(0)
  })
})

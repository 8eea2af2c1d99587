import { expect, test } from 'vitest'
import { checkboxWidth, columnLayout } from './column-layout.ts'

const status = { id: 'StatusName', width: 124, isPinned: true, isFlexible: false, isNumeric: false }
const name = { id: 'Name', width: 280, isPinned: true, isFlexible: true, isNumeric: false }
const company = { id: 'CompanyName', width: 180, isPinned: false, isFlexible: false, isNumeric: false }
const due = { id: 'DueDate', width: 104, isPinned: false, isFlexible: false, isNumeric: false }

test('pinned columns stick one after the other, behind the checkbox', () => {
  const { stickAt, stuckWidth, minWidth } = columnLayout([status, name, company, due], 600)
  expect([...stickAt]).toEqual([
    ['StatusName', checkboxWidth],
    ['Name', checkboxWidth + 124],
  ])
  expect(stuckWidth).toBe(checkboxWidth + 124 + 280)
  expect(minWidth).toBe(checkboxWidth + 124 + 280 + 180 + 104)
})

test('where all columns have room nothing sticks, not even the checkbox', () => {
  const { stickAt, stuckWidth } = columnLayout([status, name, due], checkboxWidth + 124 + 280 + 104)
  expect([stickAt.size, stuckWidth]).toEqual([0, 0])
})

test('the flexible column takes what is left; without one the end does', () => {
  expect(columnLayout([status, name, due], 1200).template).toBe(`${checkboxWidth}px 124px minmax(280px, 1fr) 104px`)
  expect(columnLayout([status, due], 1200).template).toBe(`${checkboxWidth}px 124px 104px minmax(0, 1fr)`)
})

test('pinned columns never take the whole of a narrow table', () => {
  const { stickAt } = columnLayout([status, name, due], checkboxWidth + 124 + 280 + 100)
  expect([...stickAt.keys()]).toEqual(['StatusName'])
})

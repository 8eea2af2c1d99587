import { expect, test } from 'vitest'
import { csmRows, rowsAtFirst } from './csm-rows.ts'

const goals = (planned: number) => ({ planned, 'on track': 0, 'at risk': 0, achieved: 1, dropped: 0, unknown: 0 })
const csm = (name: string | null, planned: number) => ({
  csm: name,
  label: name ?? 'Empty',
  hint: null,
  goals: goals(planned),
})
const many = Array.from({ length: 14 }, (_, index) => csm(`U${index}`, 20 - index))
const of = (csms: typeof many, isFolded = true) => csmRows({ csms, csmField: 'CompanyId__gr.Csm' }, isFolded)

test('the first have rows of their own, the others one together, and the goals of nobody stand last', () => {
  const rows = of([...many, csm(null, 3)])
  expect(rows).toHaveLength(rowsAtFirst + 2)
  expect(rows.slice(-2)).toMatchObject([
    { label: '4 other CSMs', isFold: true, goals: { planned: 10 + 9 + 8 + 7, achieved: 4 } },
    { label: 'No CSM', filter: { field: 'CompanyId__gr.Csm', op: 'IS_NULL' } },
  ])
})

test('the others are everybody but those with a row, and somebody', () => {
  expect(of(many).at(-1)?.filter).toEqual({
    and: [
      { field: 'CompanyId__gr.Csm', op: 'NE', value: many.slice(0, rowsAtFirst).map((each) => each.csm) },
      { field: 'CompanyId__gr.Csm', op: 'IS_NOT_NULL' },
    ],
  })
})

test('unfolded, and where a fold would hide one name only, each has a row', () => {
  expect(of(many, false)).toHaveLength(14)
  expect(of(many.slice(0, rowsAtFirst + 1)).every(({ isFold }) => !isFold)).toBe(true)
})

test('where nobody knows whose goals are whose there are no rows', () => {
  expect(csmRows({ csms: many, csmField: null }, true)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import {
  defaultColumns,
  moveColumn,
  moveColumnBefore,
  parseColumns,
  pinColumn,
  pinnedFirst,
  printColumns,
  resizeColumn,
  toggleColumn,
} from './column-choice.ts'

const column = (id: string, width: number | null = null, isPinned = ['StatusName', 'Name'].includes(id)) => ({
  id,
  width,
  isPinned,
})

describe('in an address', () => {
  test('what is printed reads the same', () => {
    const choices = [column('StatusName'), column('CompanyId__gr.Csm__gr.Name', 220)]
    expect(printColumns(choices)).toBe('StatusName,CompanyId__gr.Csm__gr.Name:220')
    expect(parseColumns(printColumns(choices))).toEqual(choices)
  })

  test('a pin that is not as at first is told, and a link without signs means what it always did', () => {
    const choices = [column('DueDate', null, true), column('Name', 300, false), column('StatusName')]
    expect(printColumns(choices)).toBe('DueDate!,Name:300~,StatusName')
    expect(parseColumns(printColumns(choices))).toEqual(choices)
    expect(parseColumns('StatusName,Name,DueDate')?.map(({ isPinned }) => isPinned)).toEqual([true, true, false])
  })

  test('a width outside what a column can be is brought in', () => {
    expect(parseColumns('Name:1,Status:9999')).toEqual([column('Name', 48), column('Status', 800)])
  })

  test.each(['', 'Name,', 'Name!!', 'Name!:300', 'Name,Name', 'Name:wide', 'a b', 'Name:12345'])(
    '%j is no set of columns',
    (text) => {
      expect(parseColumns(text)).toBeNull()
    },
  )
})

test('a column comes at the end and goes again', () => {
  const shown = toggleColumn([column('Name')], 'Region__gc')
  expect(shown).toEqual([column('Name'), column('Region__gc')])
  expect(toggleColumn(shown, 'Name')).toEqual([column('Region__gc')])
})

test('a column moves as far as there is room', () => {
  const shown = [column('a'), column('b'), column('c')]
  expect(moveColumn(shown, 'a', 1).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  expect(moveColumn(shown, 'c', 5).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(moveColumn(shown, 'c', -9).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  expect(moveColumn(shown, 'gone', 1)).toBe(shown)
})

test('a width is set, held within bounds, and taken back', () => {
  expect(resizeColumn([column('a')], 'a', 123.6)).toEqual([column('a', 124)])
  expect(resizeColumn([column('a')], 'a', 5)).toEqual([column('a', 48)])
  expect(resizeColumn([column('a', 200)], 'a', null)).toEqual([column('a')])
})

test('a column that is dropped on another takes its place', () => {
  const shown = [column('a'), column('b'), column('c')]
  expect(moveColumnBefore(shown, 'c', 'a').map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  expect(moveColumnBefore(shown, 'a', 'c').map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  expect(moveColumnBefore(shown, 'a', 'gone')).toBe(shown)
})

test('pinned columns come first, and a column that is dropped among them is pinned', () => {
  const ids = (choices: { id: string }[]) => choices.map(({ id }) => id)
  const pinned = pinnedFirst(pinColumn(defaultColumns, 'DueDate', true))
  expect(ids(pinned).slice(0, 4)).toEqual(['StatusName', 'Name', 'DueDate', 'CompanyName'])
  const dropped = pinnedFirst(moveColumnBefore(pinned, 'Links', 'Name'))
  expect(ids(dropped).slice(0, 3)).toEqual(['StatusName', 'Links', 'Name'])
  expect(dropped[1]?.isPinned).toBe(true)
  const free = pinnedFirst(pinColumn(dropped, 'StatusName', false))
  expect(ids(free).slice(0, 4)).toEqual(['Links', 'Name', 'DueDate', 'StatusName'])
})

test('a pinned column does not leave those that are pinned by being moved', () => {
  const moved = pinnedFirst(moveColumn(defaultColumns, 'Name', 1))
  expect(moved).toEqual(defaultColumns)
})

import { describe, expect, test } from 'vitest'
import { parseSort, printSort, toggleSort } from './sort-keys.ts'

describe('in an address', () => {
  test('a minus turns a key round, and what is printed reads the same', () => {
    const keys = [
      { field: 'DueDate', direction: 'asc' as const },
      { field: 'CompanyId__gr.Csm__gr.Name', direction: 'desc' as const },
    ]
    expect(printSort(keys)).toBe('DueDate,-CompanyId__gr.Csm__gr.Name')
    expect(parseSort(printSort(keys))).toEqual(keys)
  })

  test.each(['', ',', 'Name,Name', 'Name,-Name', 'na me', '--Name', 'a,b,c,d,e,f,g,h,i'])('%j is no order', (text) => {
    expect(parseSort(text)).toBeNull()
  })
})

describe('a click on a header', () => {
  const name = { field: 'Name', direction: 'asc' as const }
  const due = { field: 'DueDate', direction: 'asc' as const }

  test('goes from ascending to descending to nothing', () => {
    const once = toggleSort([], 'Name', false)
    const twice = toggleSort(once, 'Name', false)
    expect(once).toEqual([name])
    expect(twice).toEqual([{ ...name, direction: 'desc' }])
    expect(toggleSort(twice, 'Name', false)).toEqual([])
  })

  test('replaces the other keys, with shift it joins them', () => {
    expect(toggleSort([due], 'Name', false)).toEqual([name])
    expect(toggleSort([due], 'Name', true)).toEqual([due, name])
  })

  test('with shift turns a key round where it stands, and takes only that one away', () => {
    expect(toggleSort([name, due], 'Name', true)).toEqual([{ ...name, direction: 'desc' }, due])
    expect(toggleSort([{ ...name, direction: 'desc' }, due], 'Name', true)).toEqual([due])
  })
})

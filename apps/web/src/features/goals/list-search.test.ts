import { describe, expect, test } from 'vitest'
import { patchSearch, readListSearch } from './list-search.ts'

const open = { field: 'Open', op: 'EQ', value: [true] }

describe('reading an address', () => {
  test('takes what is sound', () => {
    const search = {
      filter: { and: [open] },
      q: 'harborline',
      sort: '-DueDate',
      group: '-StatusName',
      columns: 'Name:300,DueDate',
    }
    expect(readListSearch(search)).toEqual(search)
  })

  test('leaves out nonsense, names it, and keeps the rest', () => {
    const raw = {
      filter: 'banana',
      sort: 'Name,Name',
      group: 'Status,Company',
      columns: 7,
      q: ['x'],
      utm_source: 'mail',
    }
    expect(readListSearch({ ...raw, q: 'north' })).toEqual({
      q: 'north',
      dropped: ['filter', 'sort', 'group', 'columns'],
    })
    expect(readListSearch(raw).dropped).toContain('q')
  })

  test('a filter with an operator that nobody has is nonsense', () => {
    expect(readListSearch({ filter: { field: 'Name', op: 'LIKES', value: ['x'] } })).toEqual({ dropped: ['filter'] })
  })

  test('the notice itself cannot be forged', () => {
    expect(readListSearch({ dropped: ['filter', '<b>', 3] })).toEqual({ dropped: ['filter'] })
  })

  test('a search for a number is a search', () => {
    expect(readListSearch({ q: 2027 })).toEqual({ q: '2027' })
  })
})

test('a change goes over what was there, and takes the notice away', () => {
  expect(patchSearch({ q: 'north', sort: 'Name', dropped: ['filter'] }, { q: undefined, sort: '-Name' })).toEqual({
    sort: '-Name',
  })
})

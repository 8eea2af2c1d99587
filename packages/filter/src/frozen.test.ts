import { expect, test } from 'vitest'
import { checkFilter } from './check.ts'
import { frozenIdIn, frozenList } from './frozen.ts'
import { parseQuery } from './parse-query.ts'
import { printQuery } from './print-query.ts'
import { filterSentence } from './sentence.ts'
import { compileWhere } from './where.ts'

const fields = [{ name: 'Gsid', label: 'Gsid', type: 'gsid' as const }]
const list = frozenList('k7m2p9q4tx')

test('a frozen list is a filter like any other: checked, in words and as text', () => {
  expect(checkFilter(list, fields)).toEqual([])
  expect(filterSentence(list, { fields })).toBe('Gsid is in a frozen list')
  expect(parseQuery(printQuery(list, fields), fields)).toMatchObject({ tree: list })
})

test('its id is read back from its value only', () => {
  expect(frozenIdIn('@frozen:k7m2p9q4tx')).toBe('k7m2p9q4tx')
  expect([frozenIdIn('k7m2p9q4tx'), frozenIdIn(7)]).toEqual([null, null])
})

test('the tenant is never asked for one', () => {
  const known = {
    operators: new Set(['EQ'] as const),
    grammar: 'full' as const,
    fields: new Set(['Gsid']),
    instants: null,
    names: new Map(),
  }
  expect(compileWhere(list, { fields, today: '2026-11-23' }, known)).toEqual({
    where: null,
    complete: false,
    left: ['Gsid is in a frozen list: only Goalkeeper knows its frozen lists.'],
  })
})

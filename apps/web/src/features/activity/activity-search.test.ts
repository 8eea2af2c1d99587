import { expect, test } from 'vitest'
import { activitySearch, filterOf, isNarrowed } from './activity-search.ts'

const gsid = '1CG0'.padEnd(36, '7')

test('an address becomes the filter of the call', () => {
  const search = activitySearch.parse({
    who: 'Ana Reyes',
    kind: 'change',
    through: 'gainsight',
    since: '2026-11-22',
    until: '2026-11-23',
    goal: gsid,
  })
  expect(filterOf(search)).toEqual({
    actors: ['Ana Reyes'],
    kinds: ['change'],
    through: 'gainsight',
    gsid,
    since: new Date(2026, 10, 22).getTime(),
    until: new Date(2026, 10, 24).getTime(),
  })
  expect(isNarrowed(search)).toBe(true)
})

test('what makes no sense is undefined, so that it leaves the address', () => {
  const search = activitySearch.parse({ who: '', kind: 'goal', through: 3, since: '2026-02-30', until: 5, goal: 'x' })
  expect(Object.keys(search)).toEqual(['who', 'kind', 'through', 'since', 'until', 'goal'])
  expect(filterOf(search)).toEqual({})
  expect(isNarrowed(search)).toBe(false)
})

test('a name that looks like a number is a name', () => {
  expect(filterOf(activitySearch.parse({ who: 42 }))).toEqual({ actors: ['42'] })
})

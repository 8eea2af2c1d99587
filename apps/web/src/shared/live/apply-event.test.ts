import type { Sync } from '@goalkeeper/contract/status'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { applyEvent } from './apply-event.ts'

const sync = (complete: boolean): Sync => ({
  state: 'idle',
  goals: 2,
  complete,
  completedAt: 1,
  answeredAt: 1,
  problem: null,
  incompleteBecause: null,
  callsPerDay: 1,
  intervalSeconds: 30,
})

test('with the end of the first sync, lists are read again whose totals are not known to be exact yet', () => {
  const queryClient = new QueryClient()
  const [early, late, detail] = [
    ['goals', 'list', 'early'],
    ['goals', 'list', 'late'],
    ['goals', 'detail', 'G'],
  ]
  queryClient.setQueryData(early, { total: 2, exact: false })
  queryClient.setQueryData(late, { total: 2, exact: true })
  queryClient.setQueryData(detail, { gsid: 'G' })
  const isStale = (key: string[]) => queryClient.getQueryState(key)?.isInvalidated
  applyEvent(queryClient, { type: 'sync', sync: sync(true) })
  expect([early, late, detail].map(isStale)).toEqual([true, false, false])
})

test('a change set that moved on is read again, and no other one', () => {
  const queryClient = new QueryClient()
  const keys = [
    ['changes', 'list'],
    ['changes', 'detail', 'A'],
    ['changes', 'rows', 'A', { part: 'all', search: '' }, 0],
    ['changes', 'detail', 'B'],
    ['goals', 'detail', 'A'],
  ]
  for (const key of keys) queryClient.setQueryData(key, {})
  applyEvent(queryClient, { type: 'change-set', id: 'A' })
  expect(keys.map((key) => queryClient.getQueryState(key)?.isInvalidated)).toEqual([true, true, true, false, false])
})

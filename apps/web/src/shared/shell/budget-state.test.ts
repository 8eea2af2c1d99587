import type { Budget } from '@goalkeeper/contract/status'
import { expect, test } from 'vitest'
import { budgetState, recentByColumn, share } from './budget-state.ts'

const quiet: Budget = {
  minute: { limit: 60, tenantLimit: 100, used: 0, free: 60, windowSeconds: 60 },
  day: { limit: 30_000, tenantLimit: 50_000, used: 0, forecast: 0 },
  recent: [],
  waiting: [],
  refusals: null,
  stopped: false,
  quietUntil: null,
  usualShare: 60,
}

test('only a person’s wait turns the meter amber', () => {
  expect(budgetState({ ...quiet, waiting: [{ lane: 'sync', label: 'Sweep', seconds: 4 }] }, 0)).toBe('normal')
  expect(budgetState({ ...quiet, waiting: [{ lane: 'people', label: 'Save', seconds: 4 }] }, 0)).toBe('waiting')
})

test('a refusal counts while the pause lasts', () => {
  const refusals = { count: 3, since: 1, pausedUntil: 5_000, pacePerMinute: 30 }
  expect(budgetState({ ...quiet, refusals }, 4_999)).toBe('refused')
  expect(budgetState({ ...quiet, refusals }, 5_001)).toBe('normal')
})

test('stopped outranks everything', () => {
  const waiting = [{ lane: 'people' as const, label: 'Save', seconds: 4 }]
  expect(budgetState({ ...quiet, waiting, stopped: true }, 0)).toBe('stopped')
})

test('calls fall into columns, the newest at the end', () => {
  const columns = recentByColumn(
    {
      ...quiet,
      recent: [
        { secondsAgo: 59, lane: 'sync' },
        { secondsAgo: 0, lane: 'people' },
      ],
    },
    6,
  )
  expect(columns[0]).toEqual({ people: 0, changes: 0, scripts: 0, sync: 1 })
  expect(columns[5]).toEqual({ people: 1, changes: 0, scripts: 0, sync: 0 })
})

test('a share of nothing is all of it', () => {
  expect(share(0, 0)).toBe(1)
  expect(share(30, 60)).toBe(0.5)
  expect(share(90, 60)).toBe(1)
})

import type { ChangeRow, ChangeSet, Deed } from '@goalkeeper/contract/changes'
import type { GoalPage } from '@goalkeeper/contract/goals'
import { expect } from 'vitest'
import type { Browser } from './browser.ts'
import { until } from './until.ts'

/** Change sets as a script drives them. Each call fails the test when it is refused. */
export function createChangeSets(browser: Browser) {
  async function call<Result>(path: string, body?: unknown, method = 'POST'): Promise<Result> {
    const reply = await browser.send(path, { method, ...(body !== undefined && { body }) })
    expect(reply.status, `${method} ${path}: ${reply.text}`).toBe(200)
    return reply.json as Result
  }
  const read = (id: string) => call<ChangeSet>(`/api/changes/${id}`, undefined, 'GET')
  return {
    read,
    make: (gsids: string[], deeds: Deed[]) => call<ChangeSet>('/api/changes', { goals: { gsids }, deeds }),
    makeOfAll: (deeds: Deed[]) => call<ChangeSet>('/api/changes', { goals: { filter: null }, deeds }),
    rows: async (id: string, part = 'all') =>
      (await call<{ rows: ChangeRow[] }>(`/api/changes/${id}/rows`, { part, limit: 500 })).rows,
    deed: <Result = ChangeSet>(id: string, deed: string, body: unknown = {}, method = 'POST') =>
      call<Result>(`/api/changes/${id}/${deed}`, body, method),
    save: (id: string, body: unknown) => call<ChangeSet>(`/api/changes/${id}`, body, 'PUT'),
    run: async (set: ChangeSet, more: object = {}) =>
      call<ChangeSet>(`/api/changes/${set.id}/run`, { expected: set.counts.willChange, ...more }),
    ended: (id: string, patienceMs = 30_000) =>
      until(async () => {
        const set = await read(id)
        return (set.state === 'done' || set.state === 'paused' || set.state === 'cancelled') && set
      }, patienceMs),
    async goals(limit: number, offset = 0, filter: unknown = null) {
      const query = { limit, offset, filter, sort: [{ field: 'Gsid', direction: 'asc' }] }
      return (await call<GoalPage>('/api/goals/query', query)).rows
    },
  }
}

export type ChangeSets = ReturnType<typeof createChangeSets>

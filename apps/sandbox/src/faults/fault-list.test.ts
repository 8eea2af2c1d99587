import { expect, test } from 'vitest'
import { FaultList, type Target } from './fault-list.ts'
import type { FaultSetting } from './fault.ts'

const update: Target = { route: 'updateGoal', path: '/v1/csgoal/external/update', effect: 'write', gsid: 'G1' }
const fetch: Target = { route: 'fetchGoals', path: '/v1/csgoal/external/fetch', effect: 'read', gsid: undefined }

function listOf(...faults: FaultSetting[]): FaultList {
  const list = new FaultList(1)
  list.replace(faults)
  return list
}
const kinds = (list: FaultList, targets: Target[]) => targets.map((target) => list.meet(target).fault?.kind ?? null)

test.each<[string, Partial<FaultSetting>, [boolean, boolean]]>([
  ['everything', {}, [true, true]],
  ['a route by name', { route: 'updateGoal' }, [true, false]],
  ['a path by its beginning', { route: '/v1/csgoal/external/f' }, [false, true]],
  ['writes', { effect: 'write' }, [true, false]],
  ['updates of one goal', { gsid: 'G1' }, [true, false]],
  ['updates of another goal', { gsid: 'G2' }, [false, false]],
])('a fault is aimed at %s', (_, aim, [meetsUpdate, meetsFetch]) => {
  const list = listOf({ kind: 'drop-before-apply', ...aim } as FaultSetting)
  expect(list.meet(update).fault !== null).toBe(meetsUpdate)
  expect(list.meet(fetch).fault !== null).toBe(meetsFetch)
})

test('after lets calls pass first, times ends it', () => {
  const list = listOf({ kind: 'html', after: 1, times: 2, effect: 'write' })
  expect(kinds(list, [update, fetch, update, update, update])).toEqual([null, null, 'html', 'html', null])
  expect(list.report()).toMatchObject([{ kind: 'html', met: 2 }])
})

test('the first fault that meets a call wins; a spent one makes way', () => {
  const list = listOf({ kind: 'server-error', times: 1 }, { kind: 'html' })
  expect(kinds(list, [update, update])).toEqual(['server-error', 'html'])
})

test('latencies add up, beside a misfortune', () => {
  const list = listOf(
    { kind: 'latency', ms: 10 },
    { kind: 'latency', ms: [5, 6] },
    { kind: 'slow-reply', ms: 7 },
    { kind: 'html' },
  )
  const misfortune = list.meet(update)
  expect(misfortune.delayMs).toBeGreaterThanOrEqual(15)
  expect(misfortune.delayMs).toBeLessThanOrEqual(16)
  expect(misfortune).toMatchObject({ replyDelayMs: 7, fault: { kind: 'html' } })
})

test('a chance is kept, and the same at every run of one seed', () => {
  const run = (seed: number) =>
    kinds(
      listOf({ kind: 'html', probability: 0.25, seed }),
      Array.from({ length: 2000 }, () => update),
    )
  expect(run(5)).toEqual(run(5))
  expect(run(5)).not.toEqual(run(6))
  expect(run(5).filter(Boolean).length / 2000).toBeCloseTo(0.25, 1)
})

test('a fault that is not known, or has a word too many, is refused', () => {
  expect(() => new FaultList(1).replace([{ kind: 'earthquake' }])).toThrow()
  expect(() => new FaultList(1).replace([{ kind: 'html', tiems: 1 }])).toThrow()
})

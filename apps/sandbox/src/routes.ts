import type { ReadHandler, WriteHandler } from './call.ts'
import { createGoal } from './goals/create-goal.ts'
import { fetchGoals } from './goals/fetch-goals.ts'
import { updateGoal } from './goals/update-goal.ts'
import type { LimitClass } from './limits/limiter.ts'
import type { Lookup } from './switches.ts'

export type Effect = 'read' | 'write'

interface RouteShape {
  name: string
  method: 'get' | 'post' | 'put'
  path: string
  limitClass: LimitClass
  /** Which API it belongs to: where counters are not shared, each of these has its own. */
  family: string
  /** The switch that takes it away. */
  lookup?: Lookup
}
export type Route = RouteShape & ({ effect: 'read'; handle: ReadHandler } | { effect: 'write'; handle: WriteHandler })

const goals = { limitClass: 'synchronous', family: 'csgoal' } as const

/** Every call that the tenant understands. */
export const routes: readonly Route[] = [
  {
    name: 'createGoal',
    method: 'post',
    path: '/v1/csgoal/external/create',
    effect: 'write',
    handle: createGoal,
    ...goals,
  },
  {
    name: 'updateGoal',
    method: 'put',
    path: '/v1/csgoal/external/update',
    effect: 'write',
    handle: updateGoal,
    ...goals,
  },
  {
    name: 'fetchGoals',
    method: 'post',
    path: '/v1/csgoal/external/fetch',
    effect: 'read',
    handle: fetchGoals,
    ...goals,
  },
]

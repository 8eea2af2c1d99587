import { printGoalsCall, queryGoals, readGoal, readGoalChanges } from '@goalkeeper/contract/goals'
import { Router } from 'express'
import { endpoint } from '../http/endpoint.ts'
import type { GoalIndex } from './goal-index.ts'
import type { Asking } from './goal-reader.ts'

type Parts = {
  index: Pick<GoalIndex, 'query' | 'goal' | 'changes' | 'call'>
  readAgain: (gsid: string, asking: Asking) => Promise<boolean>
}

export function createGoalRouter({ index, readAgain }: Parts): Router {
  const router = Router()
  router.use(endpoint(queryGoals, ({ body }) => index.query(body)))
  router.use(endpoint(printGoalsCall, ({ body }) => index.call(body)))
  router.use(
    endpoint(readGoal, async ({ params: { gsid }, query, response }) => {
      if (query.fresh) await readAgain(gsid, { lane: 'people', actor: 'you' })
      const { goal, etag } = await index.goal(gsid)
      // Express answers 304 by itself where If-None-Match names this one.
      response.setHeader('etag', etag)
      return goal
    }),
  )
  router.use(endpoint(readGoalChanges, async ({ params }) => ({ changes: await index.changes(params.gsid) })))
  return router
}

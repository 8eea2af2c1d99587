import { previewPutBack, printGoalsCall, queryGoals, readGoal, readGoalChanges } from '@goalkeeper/contract/goals'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { Router } from 'express'
import { endpoint } from '../http/endpoint.ts'
import type { GoalIndex } from './goal-index.ts'
import type { Asking } from './goal-reader.ts'

type Parts = {
  index: Pick<GoalIndex, 'query' | 'goal' | 'changes' | 'call' | 'putBack'>
  readAgain: (gsid: string, asking: Asking) => Promise<boolean>
}

export function createGoalRouter({ index, readAgain }: Parts): Router {
  const router = Router()
  router.use(endpoint(queryGoals, ({ body }) => index.query(body)))
  router.use(endpoint(printGoalsCall, ({ body }) => index.call(body)))
  router.use(
    endpoint(readGoal, async ({ params: { gsid }, query, caller, request, response }) => {
      if (query.fresh && isGsid(gsid)) await readAgain(gsid, caller)
      const { goal, etag } = await index.goal(gsid, caller)
      response.setHeader('etag', etag)
      // Express sends no body with it. It would find out by itself, but not for a browser's fetch, which adds Cache-Control: no-cache.
      if (request.get('if-none-match') === etag) response.status(304)
      return goal
    }),
  )
  router.use(endpoint(readGoalChanges, ({ params, query }) => index.changes(params.gsid, query.before)))
  router.use(endpoint(previewPutBack, ({ params, body, caller }) => index.putBack(params.gsid, body, caller)))
  return router
}

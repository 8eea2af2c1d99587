import { queryGoalGroups } from '@goalkeeper/contract/goal-groups'
import {
  countGoals,
  previewPutBack,
  printGoalsCall,
  queryGoals,
  readGoal,
  readGoalChanges,
} from '@goalkeeper/contract/goals'
import { readOverview } from '@goalkeeper/contract/overview'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { Router } from 'express'
import { endpoint } from '../http/endpoint.ts'
import type { GoalIndex } from './goal-index.ts'
import type { Asking } from './goal-reader.ts'

type Parts = {
  index: Pick<
    GoalIndex,
    'query' | 'groups' | 'overview' | 'counts' | 'goal' | 'changes' | 'call' | 'putBack' | 'sights'
  >
  readAgain: (gsid: string, asking: Asking) => Promise<boolean>
}

export function createGoalRouter({ index, readAgain }: Parts): Router {
  const router = Router()
  const { sightOf, requireSeen } = index.sights
  router.use(endpoint(queryGoals, async ({ body, ...asker }) => index.query(body, await sightOf(asker, body.filter))))
  router.use(
    endpoint(countGoals, async ({ body: { lists, today }, ...asker }) =>
      index.counts(
        await Promise.all(lists.map(async (list) => ({ ...list, today, sight: await sightOf(asker, list.filter) }))),
      ),
    ),
    endpoint(readOverview, async ({ body, ...asker }) => index.overview(body, await sightOf(asker, body.filter))),
    endpoint(queryGoalGroups, async ({ body, ...asker }) => index.groups(body, await sightOf(asker, body.filter))),
  )
  router.use(
    endpoint(printGoalsCall, async ({ body, ...asker }) => index.call(body, await sightOf(asker, body.filter))),
  )
  router.use(
    endpoint(readGoal, async ({ params: { gsid }, query, caller, rights, request, response }) => {
      await requireSeen({ caller, rights }, gsid)
      if (query.fresh && isGsid(gsid)) {
        await readAgain(gsid, caller)
        // It may have moved out of sight meanwhile.
        await requireSeen({ caller, rights }, gsid)
      }
      const { goal, etag } = await index.goal(gsid, caller)
      response.setHeader('etag', etag)
      // Express sends no body with it. It would find out by itself, but not for a browser's fetch, which adds Cache-Control: no-cache.
      if (request.get('if-none-match') === etag) response.status(304)
      return goal
    }),
  )
  router.use(
    endpoint(readGoalChanges, async ({ params, query, ...asker }) => {
      await requireSeen(asker, params.gsid)
      return index.changes(params.gsid, query.before)
    }),
  )
  router.use(
    endpoint(previewPutBack, async ({ params, body, ...asker }) => {
      await requireSeen(asker, params.gsid)
      return index.putBack(params.gsid, body, asker.caller)
    }),
  )
  return router
}

import { createGoalRequestSchema } from './goal-create.ts'
import { updateGoalRequestSchema } from './goal-update.ts'
import {
  createGoalReplySchema,
  fetchGoalsReplySchema,
  fetchGoalsRequestSchema,
  updateGoalReplySchema,
} from './goals.ts'
import { listObjectsReplySchema } from './objects.ts'
import type { TenantRoute } from './route.ts'

/** The calls of the Customer Goals API (customer-goals-api.txt). */
export const goalRoutes = {
  createGoal: {
    name: 'createGoal',
    method: 'POST',
    path: '/v1/csgoal/external/create',
    limitClass: 'synchronous',
    effect: 'write',
    request: createGoalRequestSchema,
    reply: createGoalReplySchema,
  },
  updateGoal: {
    name: 'updateGoal',
    method: 'PUT',
    path: '/v1/csgoal/external/update',
    limitClass: 'synchronous',
    effect: 'write',
    request: updateGoalRequestSchema,
    reply: updateGoalReplySchema,
  },
  fetchGoals: {
    name: 'fetchGoals',
    method: 'POST',
    path: '/v1/csgoal/external/fetch',
    limitClass: 'synchronous',
    effect: 'read',
    request: fetchGoalsRequestSchema,
    reply: fetchGoalsReplySchema,
  },
} as const satisfies Record<string, TenantRoute>

/** Which objects the tenant has: a create that names its parent by a lookup has to know how opportunities are called there (reference 6.1). */
export const listObjects = {
  name: 'listObjects',
  method: 'GET',
  path: '/v1/meta/services/objects/list',
  query: { po: 'company', em: 'false' },
  limitClass: 'synchronous',
  effect: 'read',
  request: null,
  reply: listObjectsReplySchema,
} as const satisfies TenantRoute

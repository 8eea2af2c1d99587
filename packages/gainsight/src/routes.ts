import * as texts from '@goalkeeper/texts/gainsight-requests'
import { z } from 'zod'
import { listCtasRequestSchema, listSuccessPlansRequestSchema } from './cockpit.ts'
import type { Effect } from './error.ts'
import { createGoalRequestSchema, updateGoalRequestSchema } from './goal-write.ts'
import {
  createGoalReplySchema,
  fetchGoalsReplySchema,
  fetchGoalsRequestSchema,
  updateGoalReplySchema,
} from './goals.ts'
import type { LimitClass } from './limits.ts'
import {
  describeLegacyReplySchema,
  describeObjectsRequestSchema,
  describeReplySchema,
  listObjectsReplySchema,
  queryObjectRequestSchema,
  readDropdownReplySchema,
} from './objects.ts'
import { rowsSchema } from './rows.ts'
import { listUsersRequestSchema } from './users.ts'

export type TenantRoute = {
  name: string
  method: 'GET' | 'POST' | 'PUT'
  /** Parameters as `:name`. */
  path: string
  /** Sent with every call of the route. */
  query?: Record<string, string>
  limitClass: LimitClass
  effect: Effect
  /** The body; null where there is none. */
  request: z.ZodType | null
  /** The reply's `data`. */
  reply: z.ZodType
  /** What the reply stands for when the tenant fails with "no data found" in place of an empty list. */
  noData?: unknown
}

/** Every call that Goalkeeper makes to a tenant. What is not in this table never reaches it. */
export const tenantRoutes = {
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
  listCtas: {
    name: 'listCtas',
    method: 'POST',
    path: '/v2/cockpit/cta/list',
    limitClass: 'synchronous',
    effect: 'read',
    request: listCtasRequestSchema,
    reply: rowsSchema,
  },
  listSuccessPlans: {
    name: 'listSuccessPlans',
    method: 'POST',
    path: '/v2/successPlan/list/',
    limitClass: 'synchronous',
    effect: 'read',
    request: listSuccessPlansRequestSchema,
    reply: rowsSchema,
  },
  queryObject: {
    name: 'queryObject',
    method: 'POST',
    path: '/v1/data/objects/query/:object',
    limitClass: 'synchronous',
    effect: 'read',
    request: queryObjectRequestSchema,
    reply: rowsSchema,
    noData: [],
  },
  listObjects: {
    name: 'listObjects',
    method: 'GET',
    path: '/v1/meta/services/objects/list',
    query: { po: 'company', em: 'false' },
    limitClass: 'synchronous',
    effect: 'read',
    request: null,
    reply: listObjectsReplySchema,
  },
  describeObject: {
    name: 'describeObject',
    method: 'GET',
    path: '/v1/meta/services/objects/:object/describe',
    query: { ic: 'false', cl: '0', idd: 'false', ihc: 'false', piec: 'false' },
    limitClass: 'synchronous',
    effect: 'read',
    request: null,
    reply: describeReplySchema,
  },
  describeObjects: {
    name: 'describeObjects',
    method: 'POST',
    path: '/v1/meta/services/objects/describe',
    limitClass: 'synchronous',
    effect: 'read',
    request: describeObjectsRequestSchema,
    reply: describeReplySchema,
  },
  describeObjectLegacy: {
    name: 'describeObjectLegacy',
    method: 'GET',
    path: '/v1/api/describe/MDA/:object',
    query: { ic: 'true', idd: 'true' },
    limitClass: 'synchronous',
    effect: 'read',
    request: null,
    reply: describeLegacyReplySchema,
  },
  readDropdown: {
    name: 'readDropdown',
    method: 'GET',
    path: '/v1/meta/services/dropdowns/:categoryId',
    limitClass: 'synchronous',
    effect: 'read',
    request: null,
    reply: readDropdownReplySchema,
  },
  listUsers: {
    name: 'listUsers',
    method: 'POST',
    path: '/v1/users/services/list',
    limitClass: 'users',
    effect: 'read',
    request: listUsersRequestSchema,
    reply: rowsSchema,
  },
} as const satisfies Record<string, TenantRoute>

type Routes = typeof tenantRoutes
export type RouteName = keyof Routes
/** The body that a route takes; null for one without. */
export type RequestOf<Name extends RouteName> = Routes[Name]['request'] extends infer Schema extends z.ZodType
  ? z.input<Schema>
  : null
/** The `data` that a route answers with, both shapes of a list made one. */
export type ReplyOf<Name extends RouteName> = z.output<Routes[Name]['reply']>

type ParamsIn<Path extends string> = Path extends `${string}:${infer Param}/${infer Rest}`
  ? Param | ParamsIn<Rest>
  : Path extends `${string}:${infer Param}`
    ? Param
    : never
/** The parameters in a route's path. */
export type ParamsOf<Name extends RouteName> = Record<ParamsIn<Routes[Name]['path']>, string>

/** The path and query of a call: parameters filled in, encoded so that they stay one segment. */
export function pathOf(route: TenantRoute, params: Record<string, string> = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_, param: string) => {
    const value = params[param]
    if (!value || value === '.' || value === '..') throw new TypeError(texts.needsTheParameter(route.name, param))
    return encodeURIComponent(value)
  })
  return route.query ? `${path}?${new URLSearchParams(route.query).toString()}` : path
}

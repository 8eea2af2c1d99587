import { listCtasRequestSchema, listSuccessPlansRequestSchema } from './cockpit.ts'
import { goalRoutes, listObjects } from './goal-routes.ts'
import {
  describeLegacyReplySchema,
  describeObjectsRequestSchema,
  describeReplySchema,
  queryObjectRequestSchema,
  readDropdownReplySchema,
} from './objects.ts'
import type { ParamsTo, ReplyFrom, RequestTo, TenantRoute } from './route.ts'
import { rowsSchema } from './rows.ts'
import { listUsersRequestSchema } from './users.ts'

/** Every call that Goalkeeper makes to a tenant. What is not in this table never reaches it. */
export const tenantRoutes = {
  ...goalRoutes,
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
  listObjects,
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
export type RequestOf<Name extends RouteName> = RequestTo<Routes[Name]>
export type ReplyOf<Name extends RouteName> = ReplyFrom<Routes[Name]>
export type ParamsOf<Name extends RouteName> = ParamsTo<Routes[Name]>

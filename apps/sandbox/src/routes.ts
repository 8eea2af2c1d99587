import type { ReadHandler, WriteHandler } from './call.ts'
import { listCtas, listSuccessPlans } from './cockpit/lists.ts'
import { cockpitPicklists } from './cockpit/picklists.ts'
import { createGoal } from './goals/create-goal.ts'
import { fetchGoals } from './goals/fetch-goals.ts'
import { updateGoal } from './goals/update-goal.ts'
import type { LimitClass } from './limits/limits.ts'
import { describeObject, describeObjectLegacy, describeObjects } from './metadata/describe.ts'
import { listObjects } from './metadata/list-objects.ts'
import { readDropdown } from './metadata/read-dropdown.ts'
import { listUsers } from './records/list-users.ts'
import { queryObject } from './records/query-object.ts'
import type { LookUp } from './switches.ts'

export type Effect = 'read' | 'write'

interface RouteShape {
  name: string
  method: 'get' | 'post' | 'put'
  path: string
  limitClass: LimitClass
  /** Which API it belongs to: where counters are not shared, each of these has its own. */
  family: string
  /** It is not there when one of these is absent. */
  lookUps: readonly LookUp[]
}
export type Route = RouteShape & ({ effect: 'read'; handle: ReadHandler } | { effect: 'write'; handle: WriteHandler })

type Placed = Pick<RouteShape, 'name' | 'method' | 'path' | 'family'>

function read(placed: Placed, handle: ReadHandler, ...lookUps: LookUp[]): Route {
  return { ...placed, limitClass: 'synchronous', effect: 'read', handle, lookUps }
}

function write(placed: Placed, handle: WriteHandler): Route {
  return { ...placed, limitClass: 'synchronous', effect: 'write', handle, lookUps: [] }
}

const goals = { family: 'csgoal' }
const cockpit = { family: 'cockpit' }
const plans = { family: 'successPlan' }
const data = { family: 'data' }
const meta = { family: 'meta' }

/** Every call that the tenant understands. */
export const routes: readonly Route[] = [
  write({ name: 'createGoal', method: 'post', path: '/v1/csgoal/external/create', ...goals }, createGoal),
  write({ name: 'updateGoal', method: 'put', path: '/v1/csgoal/external/update', ...goals }, updateGoal),
  read({ name: 'fetchGoals', method: 'post', path: '/v1/csgoal/external/fetch', ...goals }, fetchGoals),
  read({ name: 'listCtas', method: 'post', path: '/v2/cockpit/cta/list', ...cockpit }, listCtas, 'cta-list'),
  read(
    { name: 'ctaPicklists', method: 'get', path: '/v2/cockpit/admin/picklist/lite', ...cockpit },
    cockpitPicklists,
    'cockpit-picklists',
  ),
  read(
    { name: 'listSuccessPlans', method: 'post', path: '/v2/successPlan/list', ...plans },
    listSuccessPlans,
    'plan-list',
  ),
  read(
    { name: 'planPicklists', method: 'get', path: '/v2/successPlan/admin/picklist/lite', ...plans },
    cockpitPicklists,
    'cockpit-picklists',
  ),
  read({ name: 'queryObject', method: 'post', path: '/v1/data/objects/query/:object', ...data }, queryObject, 'query'),
  read(
    { name: 'listObjects', method: 'get', path: '/v1/meta/services/objects/list', ...meta },
    listObjects,
    'object-list',
  ),
  read(
    { name: 'describeObject', method: 'get', path: '/v1/meta/services/objects/:object/describe', ...meta },
    describeObject,
    'describe',
    'describe-get',
  ),
  read(
    { name: 'describeObjects', method: 'post', path: '/v1/meta/services/objects/describe', ...meta },
    describeObjects,
    'describe',
    'describe-post',
  ),
  read(
    { name: 'describeObjectLegacy', method: 'get', path: '/v1/api/describe/MDA/:object', ...meta },
    describeObjectLegacy,
    'describe',
    'describe-legacy',
  ),
  read(
    { name: 'readDropdown', method: 'get', path: '/v1/meta/services/dropdowns/:categoryId', ...meta },
    readDropdown,
    'dropdowns',
  ),
  {
    ...read(
      { name: 'listUsers', method: 'post', path: '/v1/users/services/list', family: 'users' },
      listUsers,
      'users',
    ),
    limitClass: 'users',
  },
]

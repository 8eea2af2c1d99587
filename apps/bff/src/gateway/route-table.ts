import * as texts from '@goalkeeper/texts/server/gateway'
import type { TenantRoute } from '@goalkeeper/gainsight/route'
import { tenantRoutes, type RouteName } from '@goalkeeper/gainsight/routes'

/** What calls of a route are for, as the meter names them. */
export const routeLabels: Record<RouteName, string> = {
  createGoal: texts.creatingAGoal,
  updateGoal: texts.savingAGoal,
  fetchGoals: texts.readingGoals,
  listCtas: texts.readingCtas,
  listSuccessPlans: texts.readingSuccessPlans,
  queryObject: texts.lookingUpRecords,
  listObjects: texts.readingTheListOfObjects,
  describeObject: texts.readingFields,
  describeObjects: texts.readingFields,
  describeObjectLegacy: texts.readingFields,
  readDropdown: texts.readingAPicklist,
  listUsers: texts.readingUsers,
}

export type MatchedRoute = { route: TenantRoute & { name: RouteName }; params: Record<string, string> }

/** Names of objects and ids of categories. Nothing that has to be decoded can be one. */
const parameter = /^\w{1,100}$/

/**
 * The route that a request under /gainsight asks for, or null: the request then never reaches the tenant. The address
 * is compared as it came, without decoding or tidying, so that no two ways to write a path can mean the same call. A query
 * may only be the one that the route sends anyway.
 */
export function matchRoute(method: string, address: string): MatchedRoute | null {
  const [path = '', ...query] = address.split('?')
  const given = path.split('/')
  for (const route of Object.values(tenantRoutes) as MatchedRoute['route'][]) {
    if (route.method !== method || !isQueryOf(route, query)) continue
    const params = readParams(route.path.split('/'), given)
    if (params) return { route, params }
  }
  return null
}

function isQueryOf(route: TenantRoute, query: string[]): boolean {
  const [given, ...more] = query
  if (given === undefined) return true
  return more.length === 0 && route.query !== undefined && given === new URLSearchParams(route.query).toString()
}

function readParams(wanted: string[], given: string[]): Record<string, string> | null {
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (!part.startsWith(':')) {
      if (part !== value) return null
    } else if (parameter.test(value)) {
      params[part.slice(1)] = value
    } else {
      return null
    }
  }
  return params
}

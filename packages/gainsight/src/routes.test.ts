import { expect, test } from 'vitest'
import { limitClasses } from './limits.ts'
import { pathOf, type TenantRoute } from './route.ts'
import { tenantRoutes } from './routes.ts'

const routes: [string, TenantRoute][] = Object.entries(tenantRoutes)

test('every route is named by its key and stands for one call of its own', () => {
  for (const [name, route] of routes) expect(route.name).toBe(name)
  expect(new Set(routes.map(([, route]) => `${route.method} ${route.path}`)).size).toBe(routes.length)
})

test('only create and update write, and only listUsers draws on the allowance of the user API', () => {
  const namesOf = (is: (route: TenantRoute) => boolean) => routes.filter(([, route]) => is(route)).map(([name]) => name)
  expect(namesOf((route) => route.effect === 'write')).toEqual(['createGoal', 'updateGoal'])
  expect(namesOf((route) => route.limitClass === 'users')).toEqual(['listUsers'])
})

test('a body goes with POST and PUT, never with GET', () => {
  for (const [name, { method, request }] of routes) expect(request === null, name).toBe(method === 'GET')
})

test('parameters are filled in and cannot leave their place in the path', () => {
  expect(pathOf(tenantRoutes.queryObject, { object: 'company' })).toBe('/v1/data/objects/query/company')
  expect(pathOf(tenantRoutes.describeObject, { object: '../a?b/ä' })).toBe(
    '/v1/meta/services/objects/..%2Fa%3Fb%2F%C3%A4/describe?ic=false&cl=0&idd=false&ihc=false&piec=false',
  )
})

test('a parameter that is missing, empty or a step up is a fault of the caller', () => {
  for (const object of [undefined, '', '.', '..']) {
    const params = object === undefined ? {} : { object }
    expect(() => pathOf(tenantRoutes.queryObject, params)).toThrow('queryObject')
  }
})

test('the limits are those of the documented table', () => {
  expect(limitClasses).toEqual({
    synchronous: [
      { calls: 100, seconds: 60 },
      { calls: 50_000, seconds: 86_400 },
    ],
    asynchronous: [
      { calls: 10, seconds: 3_600 },
      { calls: 100, seconds: 86_400 },
    ],
    users: [
      { calls: 100, seconds: 3_600 },
      { calls: 1_000, seconds: 86_400 },
    ],
  })
})

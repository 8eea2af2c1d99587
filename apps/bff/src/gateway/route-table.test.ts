import { pathOf } from '@goalkeeper/gainsight/route'
import { tenantRoutes } from '@goalkeeper/gainsight/routes'
import { expect, test } from 'vitest'
import { matchRoute } from './route-table.ts'

const fetchPath = '/v1/csgoal/external/fetch'

test('every route of the table is found by the path that a client sends, and by nothing but its method', () => {
  for (const route of Object.values(tenantRoutes)) {
    const params = { object: 'company', categoryId: '1I00ABC' }
    const path = pathOf(route, params)
    expect(matchRoute(route.method, path)?.route.name).toBe(route.name)
    expect(matchRoute(route.method, path.replace(/\?.*/, ''))?.route.name).toBe(route.name)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'post']) {
      if (method !== route.method) expect(matchRoute(method, path)).toBeNull()
    }
  }
})

test('parameters come out as they stand in the path', () => {
  expect(matchRoute('POST', '/v1/data/objects/query/gs_Opportunity__gc')?.params).toEqual({
    object: 'gs_Opportunity__gc',
  })
})

test.each([
  '',
  '/',
  '/v1/csgoal/external/delete',
  '/v1/csgoal/external/fetch/',
  '/v1/csgoal/external//fetch',
  '//v1/csgoal/external/fetch',
  '/v1/csgoal/external/./fetch',
  '/v1/csgoal/external/x/../fetch',
  '/v1/csgoal/external/%66etch',
  '/v1/csgoal%2Fexternal/fetch',
  '/v1/csgoal/external/fetch%20',
  '/v1/csgoal/external/fetch;x=1',
  '/V1/csgoal/external/fetch',
  '/v1/CSGOAL/external/FETCH',
  '/v1/csgoal/external/fetch?',
  '/v1/csgoal/external/fetch?x=1',
  '/v1/csgoal/external/fetch#x',
  '/v1/data/objects/query/',
  '/v1/data/objects/query/a/b',
  '/v1/data/objects/query/..',
  '/v1/data/objects/query/a%2Fb',
  '/v1/data/objects/query/a.b',
  '/v2/successPlan/list',
  'http://elsewhere.example/v1/csgoal/external/fetch',
])('POST %s is no route', (path) => {
  expect(matchRoute('POST', path)).toBeNull()
  expect(matchRoute('POST', fetchPath)).not.toBeNull()
})

test('a query of its own is accepted, any other is not', () => {
  const list = '/v1/meta/services/objects/list'
  expect(matchRoute('GET', `${list}?po=company&em=false`)).not.toBeNull()
  for (const query of ['?po=company', '?em=false&po=company', '?po=company&em=false&x=1', '?po=company&em=false?']) {
    expect(matchRoute('GET', list + query)).toBeNull()
  }
})

import { tenantRoutes } from '@goalkeeper/gainsight/routes'
import { expect, test } from 'vitest'
import * as activity from './activity.ts'
import * as catalogue from './catalogue.ts'
import * as changes from './changes.ts'
import * as connection from './connection.ts'
import { endpoints } from './endpoints.ts'
import * as goalGroups from './goal-groups.ts'
import * as goals from './goals.ts'
import * as imports from './imports.ts'
import * as layout from './layout.ts'
import { openApiDocument } from './openapi.ts'
import * as overview from './overview.ts'
import * as people from './people.ts'
import * as reviews from './reviews.ts'
import * as status from './status.ts'
import * as tokens from './tokens.ts'
import * as views from './views.ts'
import * as writes from './writes.ts'

const document = openApiDocument('1.2.3', Object.values(tenantRoutes))

function everyValueOf(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === key ? [inner] : []),
    ...everyValueOf(inner, key),
  ])
}

test('every endpoint of the contract is in the list', () => {
  const exported = [
    goals,
    overview,
    goalGroups,
    writes,
    catalogue,
    connection,
    status,
    people,
    layout,
    tokens,
    activity,
    changes,
    imports,
    reviews,
    views,
  ].flatMap((module) => Object.entries<unknown>(module))
  const isEndpoint = (value: unknown) =>
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value
  const names = exported.filter(([, value]) => isEndpoint(value)).map(([name]) => name)
  expect(Object.keys(endpoints).toSorted()).toEqual(names.toSorted())
})

test('every reference leads to a component', () => {
  const references = everyValueOf(document, '$ref')
  const names = references.map((reference) => String(reference).replace('#/components/schemas/', ''))
  expect(references.length).toBeGreaterThan(50)
  expect(names.filter((name) => !Object.hasOwn(document.components.schemas, name))).toEqual([])
})

test('every operation has a name of its own, and every parameter of its path is described', () => {
  const ids = everyValueOf(document.paths, 'operationId')
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(Object.keys(endpoints)))
  for (const [path, operations] of Object.entries(document.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const operation of Object.values(operations)) {
      const described = (operation['parameters'] as { name: string; in: string }[] | undefined) ?? []
      expect(described.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath)
    }
  }
})

test('a filter is described with the groups inside groups that it may hold', () => {
  const filter = document.components.schemas['queryGoals.body.__schema0']
  expect(everyValueOf(filter, '$ref')).toContain('#/components/schemas/queryGoals.body.__schema0')
})

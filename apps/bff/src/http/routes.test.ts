import { Router } from 'express'
import { expect, test } from 'vitest'
import { listRoutes } from './routes.ts'

test('every route is listed, however deep, with its method', () => {
  const inner = Router()
    .get('/api/goals/:gsid', (_request, response) => void response.end())
    .put(
      '/api/settings',
      (_request, _response, next) => next(),
      (_request, response) => void response.end(),
    )
  const outer = Router()
    .use((_request, _response, next) => next())
    .get('/healthz', (_request, response) => void response.end())
    .use(inner)
  expect(listRoutes(outer)).toEqual([
    { method: 'GET', path: '/healthz' },
    { method: 'GET', path: '/api/goals/:gsid' },
    { method: 'PUT', path: '/api/settings' },
  ])
})

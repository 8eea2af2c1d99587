import { activityExportPath } from '@goalkeeper/contract/activity'
import { changeExportPath } from '@goalkeeper/contract/changes'
import { goalExportPath } from '@goalkeeper/contract/exports'
import { importProblemsPath, importUploadPath } from '@goalkeeper/contract/imports'
import { reviewSummaryPath } from '@goalkeeper/contract/reviews'
import type { Endpoint } from '@goalkeeper/contract/endpoint'
import { endpoints } from '@goalkeeper/contract/endpoints'
import { eventsPath } from '@goalkeeper/contract/events'
import { metricsPath, openApiPath } from '@goalkeeper/contract/openapi'
import type { Needs } from '@goalkeeper/contract/policy'
import type { TenantRoute } from '@goalkeeper/gainsight/route'
import { tenantRoutes } from '@goalkeeper/gainsight/routes'

/** A route with what it needs: `path` has values in the place of parameters. */
export type ClassifiedRoute = {
  name: string
  method: string
  pattern: string
  path: string
  operation: string
  needs: Needs
  body: boolean
}

/** Routes without a contract of their own. */
const plain: [method: string, pattern: string, operation: string, needs: Needs, body?: true][] = [
  ['GET', eventsPath, 'events', 'read'],
  ['GET', activityExportPath, 'exportActivity', 'read'],
  ['GET', changeExportPath, 'exportChangeSet', 'read'],
  ['POST', goalExportPath, 'exportGoals', 'read', true],
  ['POST', importUploadPath, 'uploadImport', 'change'],
  ['GET', importProblemsPath, 'exportImportProblems', 'change'],
  ['GET', reviewSummaryPath, 'exportReview', 'read'],
  ['GET', metricsPath, 'metrics', 'read'],
  ['GET', openApiPath, 'openapi', 'read'],
]

/** Ways in, which need nothing: the launch link, and what goes with a provider. */
export const entrances = {
  launch: ['GET /launch/:secret'],
  provider: ['GET /sign-in', 'GET /sign-in/return', 'GET /sign-in/close.js', 'GET /signed-out'],
}

/** Every route that needs to know who asks, or is open to anyone, as contract and policy have it. */
export const classifiedRoutes: ClassifiedRoute[] = [
  ...Object.entries<Endpoint>(endpoints).map(([operation, { method, path, needs, body }]) =>
    classify(method, path, operation, needs, body !== undefined),
  ),
  ...Object.values<TenantRoute>(tenantRoutes).map(({ name, method, path, effect, request }) =>
    classify(method, `/gainsight${path}`, `gateway.${name}`, effect, Boolean(request)),
  ),
  ...plain.map(([method, pattern, operation, needs, body = false]) =>
    classify(method, pattern, operation, needs, body),
  ),
]

function classify(method: string, pattern: string, operation: string, needs: Needs, body: boolean): ClassifiedRoute {
  const path = pattern.replace(':id', '7d444840-9dc0-41d1-b245-5ffdce74fad2').replace(/:\w+/g, 'Company')
  return { name: `${method} ${pattern}`, method, pattern, path, operation, needs, body }
}

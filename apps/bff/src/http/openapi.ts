import { openApiDocument, openApiPath } from '@goalkeeper/contract/openapi'
import type { TenantRoute } from '@goalkeeper/gainsight/route'
import { Router } from 'express'
import { permit } from './caller.ts'

/** Serves the description of the API. */
export function createOpenApi(version: string, gatewayRoutes: readonly TenantRoute[]): Router {
  const document = openApiDocument(version, gatewayRoutes)
  return Router().get(openApiPath, permit('read', 'openapi'), (_request, response) => void response.json(document))
}

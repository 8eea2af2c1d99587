import { createTenantClient, type ClientOf } from '@goalkeeper/gainsight/client'
import { goalRoutes, listObjects } from '@goalkeeper/gainsight/goal-routes'
import { readProblem } from './api-error.ts'
import { send } from './send.ts'

const routes = { ...goalRoutes, listObjects }

/**
 * The tenant's own calls, those that a browser makes, through the gateway. A create or update sends its headers along: `idempotency-key` (the write's id,
 * under which /api/writes/:id tells its state) and, to be refused when the goal has moved, `if-match`.
 * The gateway answers every failure as problem+json, so all of them arrive as ApiError.
 */
export function tenantClient(headers: Record<string, string> = {}): ClientOf<typeof routes> {
  return createTenantClient({
    routes,
    send: async ({ method, path, body, signal }) => {
      const response = await send(`/gainsight${path}`, {
        method,
        headers: {
          ...headers,
          accept: 'application/json',
          ...(body !== null && { 'content-type': 'application/json' }),
        },
        ...(body !== null && { body }),
        ...(signal && { signal }),
      })
      if (!response.ok) throw await readProblem(response)
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
  })
}

import { readReply } from './reply.ts'
import { checkRequest } from './request-check.ts'
import { pathOf, type ParamsTo, type ReplyFrom, type RequestTo, type TenantRoute } from './route.ts'
import type { tenantRoutes } from './routes.ts'

/** A call as it goes out: `path` with its query, `body` as JSON text, null for none. */
export type TenantCall = { method: TenantRoute['method']; path: string; body: string | null; signal?: AbortSignal }

/** What comes back; of `headers` only `get` is used, so that those of `fetch` fit. */
export type TenantResponse = { status: number; headers: { get(name: string): string | null }; text: string }

/** Carries a call there and its answer back. What it throws passes through the client; `sendFailure` makes it a GainsightError. */
export type Send = (call: TenantCall) => Promise<TenantResponse>

type CallOptions<Route extends TenantRoute> = keyof ParamsTo<Route> extends never
  ? [options?: { signal?: AbortSignal }]
  : [options: { params: ParamsTo<Route>; signal?: AbortSignal }]

type RouteTable = Record<string, TenantRoute>

/** A method for each route: the request in (null where there is no body), the `data` of the reply out. */
export type ClientOf<Routes extends RouteTable> = {
  [Name in keyof Routes]: (
    request: RequestTo<Routes[Name]>,
    ...options: CallOptions<Routes[Name]>
  ) => Promise<ReplyFrom<Routes[Name]>>
}
export type TenantClient = ClientOf<typeof tenantRoutes>

/** The typed way to a tenant, or to a gateway that speaks like one. A request that its schema refuses is never sent. */
export function createTenantClient<Routes extends RouteTable>({
  routes,
  send,
}: {
  /** Which calls it can make: a browser loads no more schemas than it needs. */
  routes: Routes
  send: Send
}): ClientOf<Routes> {
  const methods = Object.values(routes).map((route) => [route.name, callOf(route, send)] as const)
  // The type is derived from the same table, which Object.fromEntries cannot express.
  return Object.fromEntries(methods) as unknown as ClientOf<Routes>
}

function callOf(route: TenantRoute, send: Send) {
  return async (request: unknown, options: { params?: Record<string, string>; signal?: AbortSignal } = {}) => {
    const body = route.request ? JSON.stringify(checkRequest(route.request, request)) : null
    const { status, headers, text } = await send({
      method: route.method,
      path: pathOf(route, options.params),
      body,
      ...(options.signal && { signal: options.signal }),
    })
    const contentType = headers.get('content-type')
    return readReply({ status, contentType, text, retryAfter: headers.get('retry-after') }, route)
  }
}

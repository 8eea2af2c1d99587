import { readReply } from './reply.ts'
import { checkRequest } from './request-check.ts'
import {
  pathOf,
  tenantRoutes,
  type ParamsOf,
  type ReplyOf,
  type RequestOf,
  type RouteName,
  type TenantRoute,
} from './routes.ts'

/** A call as it goes out: `path` with its query, `body` as JSON text, null for none. */
export type TenantCall = { method: TenantRoute['method']; path: string; body: string | null; signal?: AbortSignal }

/** What comes back; of `headers` only `get` is used, so that those of `fetch` fit. */
export type TenantResponse = { status: number; headers: { get(name: string): string | null }; text: string }

/** Carries a call there and its answer back. What it throws passes through the client; `sendFailure` makes it a GainsightError. */
export type Send = (call: TenantCall) => Promise<TenantResponse>

type CallOptions<Name extends RouteName> = keyof ParamsOf<Name> extends never
  ? [options?: { signal?: AbortSignal }]
  : [options: { params: ParamsOf<Name>; signal?: AbortSignal }]

/** A method for each route: the request in (null where there is no body), the `data` of the reply out. */
export type TenantClient = {
  [Name in RouteName]: (request: RequestOf<Name>, ...options: CallOptions<Name>) => Promise<ReplyOf<Name>>
}

/** The typed way to a tenant, or to a gateway that speaks like one. A request that its schema refuses is never sent. */
export function createTenantClient({ send }: { send: Send }): TenantClient {
  const methods = Object.values(tenantRoutes).map((route) => [route.name, callOf(route, send)] as const)
  // The type is derived from the same table, which Object.fromEntries cannot express.
  return Object.fromEntries(methods) as unknown as TenantClient
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

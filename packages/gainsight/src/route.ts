import * as texts from '@goalkeeper/texts/gainsight-requests'
import type { z } from 'zod'
import type { Effect } from './error.ts'
import type { LimitClass } from './limits.ts'

export type TenantRoute = {
  name: string
  method: 'GET' | 'POST' | 'PUT'
  /** Parameters as `:name`. */
  path: string
  /** Sent with every call of the route. */
  query?: Record<string, string>
  limitClass: LimitClass
  effect: Effect
  /** The body; null where there is none. */
  request: z.ZodType | null
  /** The reply's `data`. */
  reply: z.ZodType
  /** What the reply stands for when the tenant fails with "no data found" in place of an empty list. */
  noData?: unknown
}

/** The body that a route takes; null for one without. */
export type RequestTo<Route extends TenantRoute> = Route['request'] extends infer Schema extends z.ZodType
  ? z.input<Schema>
  : null
/** The `data` that a route answers with, both shapes of a list made one. */
export type ReplyFrom<Route extends TenantRoute> = z.output<Route['reply']>

type ParamsIn<Path extends string> = Path extends `${string}:${infer Param}/${infer Rest}`
  ? Param | ParamsIn<Rest>
  : Path extends `${string}:${infer Param}`
    ? Param
    : never
/** The parameters in a route's path. */
export type ParamsTo<Route extends TenantRoute> = Record<ParamsIn<Route['path']>, string>

/** The path and query of a call: parameters filled in, encoded so that they stay one segment. */
export function pathOf(route: TenantRoute, params: Record<string, string> = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_, param: string) => {
    const value = params[param]
    if (!value || value === '.' || value === '..') throw new TypeError(texts.needsTheParameter(route.name, param))
    return encodeURIComponent(value)
  })
  return route.query ? `${path}?${new URLSearchParams(route.query).toString()}` : path
}

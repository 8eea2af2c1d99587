import type { z } from 'zod'
import type { Needs } from './policy.ts'

/**
 * One call of the bff's own API, described once: the server parses by it, the browser calls by it, OpenAPI is printed from it.
 * `path` names its parameters as Express does (`/api/goals/:gsid`).
 */
export type Endpoint<Params = unknown, Query = unknown, Body = unknown, Result = unknown> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  needs: Needs
  summary: string
  params?: z.ZodType<Params>
  query?: z.ZodType<Query>
  body?: z.ZodType<Body>
  result: z.ZodType<Result>
}

/** Keeps the inferred types of a description. */
export function endpoint<Params = undefined, Query = undefined, Body = undefined, Result = unknown>(
  description: Endpoint<Params, Query, Body, Result>,
): Endpoint<Params, Query, Body, Result> {
  return description
}

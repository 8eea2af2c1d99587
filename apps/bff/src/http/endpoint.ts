import * as texts from '@goalkeeper/texts/server/http'
import type { Endpoint } from '@goalkeeper/contract/endpoint'
import { endpoints } from '@goalkeeper/contract/endpoints'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { z } from 'zod'
import { AppError } from './app-error.ts'
import { type Caller, callerOf, permit, type Rights, rightsOf } from './caller.ts'
import { jsonBody } from './json-body.ts'

type Input<Params, Query, Body> = {
  params: Params
  query: Query
  body: Body
  caller: Caller
  rights: Rights
  request: Request
  response: Response
}

/**
 * One call of the bff's API: lets in who may, parses the request by its contract, runs the handler on typed input, and sends a result that
 * matches the contract. Mount it with `router.use`; it answers its own method and path only.
 */
export function endpoint<Params, Query, Body, Result>(
  contract: Endpoint<Params, Query, Body, Result>,
  run: (input: Input<Params, Query, Body>) => Promise<Result> | Result,
): Router {
  const handle: RequestHandler = async (request, response) => {
    const input = {
      params: parseInput(contract.params, request.params),
      query: parseInput(contract.query, request.query),
      body: parseInput(contract.body, request.body),
      caller: callerOf(request),
      rights: rightsOf(request),
      request,
      response,
    }
    const result = await run(input)
    response.json(contract.result.parse(result))
  }
  const router = Router()
  const route = router.route(contract.path)
  const method = contract.method.toLowerCase() as Lowercase<typeof contract.method>
  route[method](permit(contract.needs, operationOf(contract)), ...(contract.body ? jsonBody : []), handle)
  return router
}

function operationOf(contract: Pick<Endpoint, 'path'>): string {
  const found = Object.entries(endpoints).find(
    ([, endpoint]) => endpoint.path === contract.path && endpoint === contract,
  )
  if (!found) throw new Error(`${contract.path} is not in the list of endpoints.`)
  return found[0]
}

/** A bad request is the caller's fault; a bad result is ours, so only this side may become a 400. */
export function parseInput<T>(schema: z.ZodType<T> | undefined, value: unknown): T {
  // An endpoint without the schema has `undefined` for the type, which `Endpoint` cannot say.
  if (!schema) return undefined as T
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('invalid', texts.requestNotValid, { cause: parsed.error, fields: fieldsOf(parsed.error) })
}

/** What to mend, by JSON path (`filter.and.0.op`). */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message]))
}

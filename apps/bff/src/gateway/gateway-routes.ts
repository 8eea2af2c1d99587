import * as texts from '@goalkeeper/texts/server/gateway'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { checkRequest } from '@goalkeeper/gainsight/request-check'
import { pathOf, type TenantRoute } from '@goalkeeper/gainsight/route'
import { tenantRoutes } from '@goalkeeper/gainsight/routes'
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { AppError } from '#bff/http/app-error.ts'
import { jsonBody } from '#bff/http/json-body.ts'
import { type Asker, askerOf, callerOf, permit } from '#bff/http/caller.ts'
import type { CallBudget } from './budget.ts'
import type { Gateway, Lane, SeenGoals } from './gateway.ts'
import type { Transport } from './outbound.ts'
import { type MatchedRoute, matchRoute, routeLabels } from './route-table.ts'
import type { Send } from './send.ts'
import { withdrawnError } from './slot-gate.ts'
import { checkedBody, entryOf, parseWrite } from './write-body.ts'

type Parts = {
  budget: Pick<CallBudget, 'admit' | 'giveBack'>
  send: Send
  proxy: Transport
  write: Gateway['write']
  seen: Pick<SeenGoals, 'requireSeen' | 'requireWouldBeSeen'>
  /** The headers that tell how much of the budget is left. */
  rateLimitHeaders: (lane: Lane) => Promise<Record<string, string>>
}

const prefix = '/gainsight'
/**
 * A program that would wait longer is sent away; people wait, and see how long. With a token a script waits as long as most
 * HTTP clients do, unless it says otherwise by `Prefer: wait=<seconds>` (RFC 7240).
 */
const patienceMs = { withoutToken: 15_000, withToken: 300_000 }
const longestPatienceSeconds = 3_600

/** The tenant's own paths under /gainsight: the goal calls and the look-ups, and nothing else. */
export function createGatewayRoutes(parts: Parts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const tellUse: TellUse = async (request, response) => {
    if (response.headersSent || response.hasHeader('ratelimit')) return
    const headers = await parts.rateLimitHeaders(callerOf(request).lane)
    if (!response.headersSent) response.set(headers)
  }

  router.use(prefix, (request, _response, next) => {
    matchOf(request)
    next()
  })
  for (const route of Object.values(tenantRoutes) as TenantRoute[]) {
    const run = route.effect === 'write' ? writeHandler(parts) : readHandler(parts, tellUse)
    const handle: RequestHandler = async (request, response) => {
      const reply = await run(request, response)
      await tellUse(request, response)
      response.type('application/json').send(reply)
    }
    const method = route.method.toLowerCase() as Lowercase<typeof route.method>
    router[method](
      prefix + route.path,
      permit(route.effect, `gateway.${route.name}`),
      ...(route.request ? jsonBody : []),
      handle,
    )
  }
  const tellUseOfFailed: ErrorRequestHandler = async (error, request, response, next) => {
    await tellUse(request, response)
    next(error)
  }
  router.use(prefix, tellUseOfFailed)
  return router
}

/** The call that a request asks for. Everything else ends here. */
function matchOf(request: Request): MatchedRoute {
  const { method, originalUrl } = request
  const match = originalUrl.startsWith(`${prefix}/`) ? matchRoute(method, originalUrl.slice(prefix.length)) : null
  if (!match) throw new AppError('not-found', texts.theGatewayHasNoSuchCall)
  return match
}

type Handle = (request: Request, response: Response) => Promise<Buffer | string>
/** Every reply tells how much of the budget is left, also that to a call which failed. */
type TellUse = (request: Request, response: Response) => Promise<void>

function readHandler({ budget, send, proxy }: Parts, tellUse: TellUse): Handle {
  return async (request, response) => {
    const { route, params } = matchOf(request)
    const { request: schema } = route
    refuseWhereNarrowed(askerOf(request))
    const body = schema && JSON.stringify(checkedBody(() => checkRequest(schema, request.body)))
    const caller = callerOf(request)
    const left = new AbortController()
    response.once('close', () => left.abort())

    const slot = await budget.admit({
      limitClass: route.limitClass,
      lane: caller.lane,
      session: caller.session,
      label: routeLabels[route.name],
      signal: left.signal,
      patienceMs: patienceOf(request),
    })
    if (left.signal.aborted) {
      await budget.giveBack(slot)
      throw withdrawnError()
    }
    const call = { method: route.method, path: pathOf(route, params), body, effect: route.effect }
    // While the tenant answers there is time to look.
    const [{ answer, data }] = await Promise.all([
      send(slot, route, call, proxy, left.signal),
      tellUse(request, response),
    ])
    return 'noData' in route && saysFailure(answer.text) ? JSON.stringify({ result: true, data }) : answer.bytes
  }
}

/** What the tenant is asked for comes as it gives it, and it does not know who sees what. */
function refuseWhereNarrowed({ rights }: Asker): void {
  if (rights.scope === null) return
  const sentence = texts.liveReadsOfGainsightCannotBe
  throw new AppError('forbidden', sentence)
}

/** An object query without rows may come as a failure, which is none for those who asked. */
const saysFailure = (text: string) => (JSON.parse(text) as { result?: unknown }).result === false

function writeHandler({ write, seen }: Parts): Handle {
  return async (request, response) => {
    const { route } = matchOf(request)
    const id = idempotencyKeyOf(request)
    response.setHeader('idempotency-key', id)
    const ifMatch = request.get('if-match')
    const patience = patienceOf(request)
    const kind = route.name === 'createGoal' ? 'create' : 'update'
    const goalWrite = parseWrite(kind, request.body)
    const asker = askerOf(request)
    if (goalWrite.kind === 'create') await seen.requireWouldBeSeen(asker, goalWrite.body)
    else await seen.requireSeen(asker, entryOf(goalWrite.body).record.Gsid)
    const { reply } = await write({
      id,
      kind,
      body: request.body,
      ...callerOf(request),
      ...(ifMatch !== undefined && ifMatch !== '*' && { ifMatch }),
      ...(patience !== undefined && { patienceMs: patience }),
    })
    return reply
  }
}

function idempotencyKeyOf(request: Request): string {
  const given = request.get('idempotency-key')
  if (given === undefined) return randomUUID()
  const key = z.uuid().safeParse(given)
  if (key.success) return key.data.toLowerCase()
  throw new AppError('invalid', texts.idempotencyKeyMustBeAUuid, { fields: { 'Idempotency-Key': texts.mustBeAUuid } })
}

/** Every browser says on its own where a request comes from; what does not is a program. */
function patienceOf(request: IncomingMessage): number | undefined {
  if (callerOf(request).lane === 'people') {
    return request.headers['sec-fetch-site'] === undefined ? patienceMs.withoutToken : undefined
  }
  const wanted = /\bwait=(\d{1,6})\b/.exec(String(request.headers['prefer'] ?? ''))?.[1]
  return wanted === undefined ? patienceMs.withToken : Math.min(Number(wanted), longestPatienceSeconds) * 1000
}

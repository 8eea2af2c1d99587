import { z } from 'zod'
import { GainsightError, outcomeWithoutAnswer, type Effect, type Failure } from './error.ts'
import { knownRefusal } from './refusals.ts'

/** What came back from the tenant: HTTP status, two headers, and the body as text. */
export type TenantAnswer = {
  status: number
  contentType: string | null
  text: string
  /** Used where the body names no request id. */
  requestId?: string | null
  /** The `Retry-After` header, in seconds or as a date. */
  retryAfter?: string | null
}

/** The part of a route that reading its reply needs. */
type ReplyOfRoute<Reply extends z.ZodType> = { effect: Effect; reply: Reply; noData?: unknown }

const code = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)))
const text = z.string().nullish().catch(null)

/**
 * Every shape that a body is known to have, as one: the envelope of gateway and API (result, errorCode, errorDesc,
 * message, data), the Spring body of a csgoal fault (exception, message), object-not-found (title, detail).
 */
const bodySchema = z.looseObject({
  result: z.boolean().nullish(),
  data: z.unknown(),
  errorCode: code.catch(null),
  errorDesc: text,
  message: text,
  requestId: text,
  exception: text,
  title: text,
  detail: text,
})
type Body = z.output<typeof bodySchema>

/** The `data` of a successful answer as the route's reply schema reads it; throws a GainsightError for anything else. */
export function readReply<Reply extends z.ZodType>(answer: TenantAnswer, route: ReplyOfRoute<Reply>): z.output<Reply> {
  const body = parseBody(answer.text)
  const isOk = answer.status >= 200 && answer.status < 300
  if (isOk && body && isSuccess(body)) return readData(body.data, answer, body, route)
  if (body && isNoData(body) && 'noData' in route) return readData(route.noData, answer, body, route)
  throw failureOf(answer, body, route.effect)
}

function parseBody(body: string): Body | null {
  try {
    return bodySchema.parse(JSON.parse(body))
  } catch {
    return null
  }
}

function isSuccess(body: Body): boolean {
  return body.result === true || (body.result === undefined && body.data !== undefined && body.errorCode === null)
}

/** The object query fails with this where it has no rows (reference 5.1). */
function isNoData(body: Body): boolean {
  return body.errorCode === 'GSOBJ_1011' || /^No data found/i.test(body.errorDesc ?? body.message ?? '')
}

function readData<Reply extends z.ZodType>(
  data: unknown,
  answer: TenantAnswer,
  body: Body,
  { effect, reply }: ReplyOfRoute<Reply>,
): z.output<Reply> {
  const read = reply.safeParse(data)
  if (read.success) return read.data
  throw new GainsightError('Gainsight answered in a form that Goalkeeper does not know.', {
    ...facts(answer, body),
    kind: 'broken',
    outcome: outcomeWithoutAnswer(effect),
    cause: read.error,
  })
}

function failureOf(answer: TenantAnswer, body: Body | null, effect: Effect): GainsightError {
  const about = facts(answer, body)
  const fail = (message: string, failure: Pick<Failure, 'kind' | 'outcome' | 'fields'>) =>
    new GainsightError(message, { ...about, ...failure })
  const tenantCode = about.tenantCode

  if (answer.status === 429 || tenantCode === 'GU_2400') {
    const outcome = effect === 'write' ? 'not-applied' : 'retry'
    return fail('Gainsight takes no more calls for now: the limit of the access key is reached.', {
      kind: 'throttled',
      outcome,
    })
  }
  if (tenantCode === 'GS_APIG_2402') {
    return fail(
      "Gainsight does not accept calls from this server's address. Its admin keeps the list of allowed addresses.",
      {
        kind: 'unauthorized',
        outcome: 'not-applied',
      },
    )
  }
  if ([401, 403].includes(answer.status) || tenantCode === 'GS_APIG_2401' || tenantCode === 'GSOBJ_1024') {
    return fail('Gainsight does not accept the access key.', { kind: 'unauthorized', outcome: 'not-applied' })
  }
  if (tenantCode === 'GS_APIG_1000') {
    return fail('This Gainsight tenant does not offer the call.', { kind: 'refused', outcome: 'not-applied' })
  }

  const said = body ? plainText(body) : null
  const refusal = knownRefusal(tenantCode, said)
  if (refusal) {
    const message = isQuotable(said) ? `${refusal.message} Gainsight says: "${said}".` : refusal.message
    return fail(message, { kind: 'refused', outcome: 'not-applied', fields: refusal.fields })
  }
  if (effect === 'read' && isRefusedRead(answer.status, body, tenantCode)) {
    return fail(`Gainsight refused the request (${named(answer.status, tenantCode)}).`, {
      kind: 'refused',
      outcome: 'not-applied',
    })
  }
  const message = body
    ? `Gainsight failed with an error that does not say what happened (${named(answer.status, tenantCode)}).`
    : `Gainsight answered with something that is not JSON, or not all of it (HTTP ${answer.status}).`
  return fail(message, { kind: 'broken', outcome: outcomeWithoutAnswer(effect) })
}

/** A read that would fail the same way again: the request's fault, or a validation error told as a server error (reference 2.5). */
function isRefusedRead(status: number, body: Body | null, tenantCode: string | null): boolean {
  return (
    (status >= 400 && status < 500) ||
    Boolean(body?.exception?.endsWith('CSGoalException')) ||
    Boolean(tenantCode && /^(GSOBJ|COCKPIT|OBJECT)_/.test(tenantCode))
  )
}

function facts(answer: TenantAnswer, body: Body | null) {
  return {
    status: answer.status,
    tenantCode: plainCode(body?.errorCode ?? body?.title ?? null),
    requestId: body?.requestId ?? answer.requestId ?? null,
    retryAfterSeconds: readRetryAfter(answer.retryAfter),
  }
}

/** A code is a short word; anything else in its place is left out. */
function plainCode(value: string | null): string | null {
  return value !== null && /^\w{1,64}$/.test(value) ? value : null
}

/** What the tenant says, without the request id that it appends and the class name that it may put before. */
function plainText(body: Body): string | null {
  const said = body.errorDesc || body.message || body.detail
  if (!said) return null
  const withoutId = body.requestId ? said.replaceAll(body.requestId, '') : said
  return withoutId.replace(/^(?:[\w$]+\.)+[\w$]+:\s*/, '').trim()
}

function isQuotable(said: string | null): boolean {
  return said !== null && said.length > 0 && said.length <= 300 && !/[<>"{}\n]|Exception|\bat [\w.$]+\(/.test(said)
}

function named(status: number, tenantCode: string | null): string {
  return tenantCode ? `HTTP ${status}, code ${tenantCode}` : `HTTP ${status}`
}

function readRetryAfter(header: string | null | undefined): number | null {
  if (!header) return null
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null
}

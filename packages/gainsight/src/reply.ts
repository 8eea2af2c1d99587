import { z } from 'zod'
import { GainsightError, outcomeWithoutAnswer, type Effect, type Failure } from './error.ts'
import { findRefusal } from './refusals.ts'

/** What came back from the tenant: HTTP status, what of the headers matters, and the body as text. */
export type TenantAnswer = {
  status: number
  contentType: string | null
  text: string
  /** Taken where the body names no request id. */
  requestId?: string | null
  /** The `Retry-After` header: seconds, or a date. */
  retryAfter?: string | null
}

/** What of a route it takes to read an answer to it. */
type AnsweredRoute<Reply extends z.ZodType> = { effect: Effect; reply: Reply; noData?: unknown }

const text = z
  .string()
  .nullish()
  .transform((value) => value || null)
  .catch(null)

/**
 * Every form of body as one: the envelope of the gateway and of the APIs (result, errorCode, errorDesc, message, data), the
 * Spring body of a csgoal fault (exception, message), and object-not-found (title, detail). Reference 1.3, 1.4, 2.5, 6.2.
 */
const bodySchema = z.looseObject({
  result: z.boolean().nullish(),
  data: z.unknown(),
  errorCode: z.union([text, z.number().transform(String)]).catch(null),
  errorDesc: text,
  message: text,
  localizedErrorDesc: text,
  localizedMessage: text,
  requestId: text,
  exception: text,
  title: text,
  detail: text,
})
type Body = z.output<typeof bodySchema>

/** The `data` of an answer as the route's reply schema reads it. Anything but a success throws a GainsightError. */
export function readReply<Reply extends z.ZodType>(answer: TenantAnswer, route: AnsweredRoute<Reply>): z.output<Reply> {
  const body = parseBody(answer.text)
  const isSuccess = answer.status >= 200 && answer.status < 300 && body !== null && saysSuccess(body)
  const hasNoData = body !== null && 'noData' in route && saysNoData(body)
  if (!isSuccess && !hasNoData) throw failureOf(answer, body, route.effect)

  const read = route.reply.safeParse(isSuccess ? body.data : route.noData)
  if (read.success) return read.data
  throw new GainsightError('Gainsight answered in a form that is not known here.', {
    ...factsOf(answer, body),
    kind: 'broken',
    outcome: outcomeWithoutAnswer(route.effect),
    cause: read.error,
  })
}

function parseBody(body: string): Body | null {
  try {
    return bodySchema.parse(JSON.parse(body))
  } catch {
    return null
  }
}

function saysSuccess(body: Body): boolean {
  return body.result ?? (body.data !== undefined && body.errorCode === null)
}

/** How the object query may say that it has no rows (reference 5.1). */
function saysNoData(body: Body): boolean {
  return body.errorCode === 'GSOBJ_1011' || textsIn(body).some((each) => /^No data found\b/i.test(each))
}

function failureOf(answer: TenantAnswer, body: Body | null, effect: Effect): GainsightError {
  const facts = factsOf(answer, body)
  const verdict = judge(answer, body, effect, facts.tenantCode)
  return new GainsightError(verdict.message, { ...facts, ...verdict })
}

type Verdict = Pick<Failure, 'kind' | 'outcome' | 'fields'> & { message: string }

function judge(answer: TenantAnswer, body: Body | null, effect: Effect, code: string | null): Verdict {
  return atTheDoor(answer.status, code, effect) ?? knownRefusal(body, code) ?? anyOther(answer, body, effect, code)
}

/** What the tenant's gateway answers itself: the call never got as far as the data (reference 1.4). */
function atTheDoor(status: number, code: string | null, effect: Effect): Verdict | null {
  if (status === 429 || code === 'GU_2400') {
    return {
      message: 'Gainsight takes no more calls for now: the limit of the access key is used up.',
      kind: 'throttled',
      outcome: effect === 'write' ? 'not-applied' : 'retry',
    }
  }
  if (code === 'GS_APIG_2402') {
    const message = "Gainsight does not take calls from this server's address: its admin has to allow it."
    return { message, kind: 'unauthorized', outcome: 'not-applied' }
  }
  if (status === 401 || status === 403 || code === 'GS_APIG_2401' || code === 'GSOBJ_1024') {
    return { message: 'Gainsight does not accept the access key.', kind: 'unauthorized', outcome: 'not-applied' }
  }
  if (code === 'GS_APIG_1000') {
    return { message: 'This tenant of Gainsight does not offer the call.', kind: 'refused', outcome: 'not-applied' }
  }
  return null
}

function knownRefusal(body: Body | null, code: string | null): Verdict | null {
  const texts = body ? textsIn(body) : []
  const refusal = findRefusal(code, texts)
  if (!refusal) return null
  const quote = texts.find(isFitForPeople)
  const message = quote ? `${refusal.message} It says: “${quote}”.` : refusal.message
  return { message, kind: 'refused', outcome: 'not-applied', fields: refusal.fields }
}

function anyOther(
  { status, contentType }: TenantAnswer,
  body: Body | null,
  effect: Effect,
  code: string | null,
): Verdict {
  const about = code ? `HTTP ${status}, ${code}` : `HTTP ${status}`
  if (effect === 'read' && wouldFailAgain(status, body, code)) {
    return { message: `Gainsight refused the request (${about}).`, kind: 'refused', outcome: 'not-applied' }
  }
  const what = contentType?.includes('html') ? 'a web page in place of data' : 'something that is not its data'
  const message = body
    ? `Gainsight failed and does not say why (${about}).`
    : `Gainsight answered with ${what} (${about}).`
  return { message, kind: 'broken', outcome: outcomeWithoutAnswer(effect) }
}

/** A read that is at fault itself, even where the tenant tells so as a server error of its own (reference 2.5). */
function wouldFailAgain(status: number, body: Body | null, code: string | null): boolean {
  const isValidation = /^(GSOBJ|COCKPIT|OBJECT)_/.test(code ?? '') || body?.exception?.endsWith('CSGoalException')
  return isValidation || (status >= 400 && status < 500)
}

function factsOf(answer: TenantAnswer, body: Body | null) {
  const code = body?.errorCode ?? body?.title
  return {
    status: answer.status,
    tenantCode: code && /^\w{1,64}$/.test(code) ? code : null,
    requestId: body?.requestId ?? answer.requestId ?? null,
    retryAfterSeconds: readRetryAfter(answer.retryAfter),
  }
}

/** What the tenant says, without the request id that it appends and the class name that it may put in front. */
function textsIn(body: Body): string[] {
  return [body.errorDesc, body.message, body.localizedErrorDesc, body.localizedMessage, body.detail]
    .filter((said) => said !== null)
    .map((said) => (body.requestId ? said.replaceAll(body.requestId, '') : said))
    .map((said) => said.replace(/^(?:[\w$]+\.)+[\w$]+:\s*/, '').trim())
    .filter((said) => said !== '')
}

function isFitForPeople(said: string): boolean {
  return said.length <= 300 && !/[<>{}\n]|Exception|\bat [\w.$]+\(/.test(said)
}

function readRetryAfter(header: string | null | undefined): number | null {
  if (!header) return null
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null
}

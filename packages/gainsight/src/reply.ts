import * as texts from '@goalkeeper/texts/gainsight-answers'
import type { z } from 'zod'
import { codeIn, parseAnswerBody, textsIn, type AnswerBody } from './answer-body.ts'
import { GainsightError, outcomeWhenLost, type Effect } from './error.ts'
import { judge } from './verdict.ts'

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

/** The `data` of an answer as the route's reply schema reads it. Anything but a success throws a GainsightError. */
export function readReply<Reply extends z.ZodType>(answer: TenantAnswer, route: AnsweredRoute<Reply>): z.output<Reply> {
  const body = parseAnswerBody(answer.text)
  const facts = {
    status: answer.status,
    tenantCode: codeIn(body),
    requestId: body?.requestId || (answer.requestId ?? null),
    retryAfterSeconds: readRetryAfter(answer.retryAfter),
  }
  const isSuccess = answer.status >= 200 && answer.status < 300 && saysSuccess(body)
  const hasNoData = 'noData' in route && saysNoData(body)
  if (!isSuccess && !hasNoData) {
    const { message, ...verdict } = judge({ ...answer, body }, route.effect)
    throw new GainsightError(message, { ...facts, ...verdict })
  }

  const read = route.reply.safeParse(isSuccess ? body?.data : route.noData)
  if (read.success) return read.data
  throw new GainsightError(texts.gainsightAnsweredInAFormThat, {
    ...facts,
    kind: 'broken',
    outcome: outcomeWhenLost(route.effect),
    cause: read.error,
  })
}

function saysSuccess(body: AnswerBody | null): boolean {
  return body?.result ?? (body?.data !== undefined && !body.errorCode)
}

/** How the object query may say that it has no rows (reference 5.1). */
function saysNoData(body: AnswerBody | null): boolean {
  return codeIn(body) === 'GSOBJ_1011' || textsIn(body).some((text) => /^No data found\b/i.test(text))
}

function readRetryAfter(header: string | null | undefined): number | null {
  if (!header) return null
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null
}

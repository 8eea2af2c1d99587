import * as texts from '@goalkeeper/texts/server/http'
import type { ServerResponse } from 'node:http'
import { type ProblemBody, type ProblemCode, problemStatus } from '@goalkeeper/contract/problem'
import type { AppError } from './app-error.ts'

/** What each code is called, for machines and logs; the sentence for people is the problem's `detail`. */
const titles: Record<ProblemCode, string> = {
  invalid: texts.invalid,
  unauthenticated: texts.noSession,
  forbidden: texts.notAllowed,
  'read-only': 'Read-only',
  'not-found': texts.notFound,
  'method-not-allowed': texts.methodNotAllowed,
  conflict: texts.conflict,
  'changed-elsewhere': texts.changedElsewhere,
  'too-large': texts.tooLarge,
  'unsupported-type': texts.unsupportedContentType,
  'refused-by-tenant': texts.refusedByGainsight,
  'too-many-calls': texts.tooManyCalls,
  cancelled: texts.cancelled,
  internal: texts.faultOfGoalkeeper,
  'tenant-broken': texts.gainsightIsNotWorking,
  'outcome-unknown': texts.outcomeUnknown,
  'sign-in-broken': texts.signInIsNotWorking,
  stopped: texts.stopped,
  'not-ready': texts.notReady,
  'tenant-timeout': texts.gainsightDidNotAnswerInTime,
}

/** The problem+json body (RFC 9457) of an error. */
export function problemOf(error: AppError, requestId: string): ProblemBody {
  const { fields, tenantCode, writeId, current } = error.details
  return {
    type: `urn:goalkeeper:problem:${error.code}`,
    title: titles[error.code],
    status: problemStatus[error.code],
    code: error.code,
    detail: error.message,
    requestId,
    ...(fields && { fields }),
    ...(tenantCode && { tenantCode }),
    ...(writeId && { writeId }),
    ...(current !== undefined && { current }),
  }
}

/** Answers with a problem. Works on a bare ServerResponse, because the proxy reports its failures outside Express. */
export function sendProblem(response: ServerResponse, error: AppError, requestId: string): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { retryAfterSeconds } = error.details
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', Math.max(1, Math.ceil(retryAfterSeconds)))
  response.setHeader('cache-control', 'no-store')
  response.writeHead(problemStatus[error.code], { 'content-type': 'application/problem+json; charset=utf-8' })
  response.end(JSON.stringify(problemOf(error, requestId)))
}

import type { ServerResponse } from 'node:http'
import { type ProblemBody, type ProblemCode, problemStatus } from '@goalkeeper/contract/problem'
import type { AppError } from './app-error.ts'

/** What each code is called, for machines and logs; the sentence for people is the problem's `detail`. */
const titles: Record<ProblemCode, string> = {
  invalid: 'The request is not valid',
  unauthenticated: 'No session',
  forbidden: 'Not allowed',
  'read-only': 'Read-only',
  'not-found': 'Not found',
  'method-not-allowed': 'Method not allowed',
  conflict: 'Conflict',
  'changed-elsewhere': 'Changed elsewhere',
  'too-large': 'Too large',
  'unsupported-type': 'Unsupported content type',
  'refused-by-tenant': 'Refused by Gainsight',
  'too-many-calls': 'Too many calls',
  cancelled: 'Cancelled',
  internal: 'Fault of Goalkeeper',
  'tenant-broken': 'Gainsight is not working',
  'outcome-unknown': 'Outcome unknown',
  'sign-in-broken': 'Sign-in is not working',
  stopped: 'Stopped',
  'not-ready': 'Not ready',
  'tenant-timeout': 'Gainsight did not answer in time',
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

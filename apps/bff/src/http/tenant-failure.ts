import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ProblemCode, problemStatus } from '@goalkeeper/contract/problem'
import type { AppError } from './app-error.ts'

/**
 * Whether a request is a script's at the gateway, that may have been written for Gainsight itself: it gets failures in the
 * shape in which Gainsight gives them (reference 1.4), and knows what to do with them.
 */
export function isScriptAtGateway(request: IncomingMessage & { originalUrl?: string }): boolean {
  return request.headers.authorization !== undefined && /^\/gainsight\//i.test(request.originalUrl ?? '')
}

/** The tenant's own codes where it has one for what happened; every other is ours and says so. */
const tenantCodes: Partial<Record<ProblemCode, string>> = {
  unauthenticated: 'GS_APIG_2401',
  'not-found': 'GS_APIG_1000',
  'too-many-calls': 'GU_2400',
}

/** Answers with the tenant's envelope of a failure, `result: false`. What it refuses itself, it answers with 400. */
export function sendTenantFailure(response: ServerResponse, error: AppError, requestId: string): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { tenantCode, retryAfterSeconds, fields, writeId } = error.details
  const ownCode = `GOALKEEPER_${error.code.toUpperCase().replaceAll('-', '_')}`
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', Math.max(1, Math.ceil(retryAfterSeconds)))
  response.setHeader('cache-control', 'no-store')
  response.writeHead(error.code === 'refused-by-tenant' ? 400 : problemStatus[error.code], {
    'content-type': 'application/json; charset=utf-8',
  })
  const body = {
    result: false,
    errorCode: tenantCode ?? tenantCodes[error.code] ?? ownCode,
    errorDesc: error.message,
    requestId,
    data: null,
    message: error.message,
    ...(fields && { fields }),
    ...(writeId && { writeId }),
  }
  response.end(JSON.stringify(body))
}

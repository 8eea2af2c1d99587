import { randomUUID } from 'node:crypto'
import type { Response } from 'express'
import { ApiRefusal, goalErrors, GoalRefusal, ObjectNotFound, type GoalErrorName } from '../refusal.ts'
import type { Switches } from '../switches.ts'
import { failure, gatewayFailure } from './envelope.ts'

/** A reply before it is sent. */
export interface Reply {
  status: number
  contentType: string
  text: string
  /** Seconds, for the header of that name. */
  retryAfter?: number
}

export function json(status: number, body: unknown): Reply {
  return { status, contentType: 'application/json;charset=UTF-8', text: JSON.stringify(body) }
}

export function send(res: Response, { status, contentType, text, retryAfter }: Reply): void {
  if (res.destroyed) return
  if (retryAfter !== undefined) res.setHeader('retry-after', retryAfter)
  res.status(status).setHeader('content-type', contentType)
  res.end(text)
}

export const unauthorized = (): Reply => json(401, gatewayFailure('GS_APIG_2401', 'Unauthorized'))
export const addressRefused = (): Reply =>
  json(403, gatewayFailure('GS_APIG_2402', 'IP Address does not lie in range of whitelisted ips'))
export const noSuchRoute = (): Reply => json(404, gatewayFailure('GS_APIG_1000', 'API not found'))
export const throttled = (): Reply => json(429, { ...failure('GU_2400', 'Too many request'), message: null })
export const broken = (status = 500): Reply => json(status, failure('GU_1101', 'Oops, something went wrong.'))

/** The page that a web server in front of the tenant shows in place of an answer. */
export const page = (status: number): Reply => ({
  status,
  contentType: 'text/html;charset=UTF-8',
  text: '<!DOCTYPE html><html><head><title>Gainsight</title></head><body><h1>Something went wrong</h1></body></html>',
})

/** In the style that the samples show, these two and whatever the table does not list come as the framework's own error (reference 2.5). */
const springErrors: readonly (GoalErrorName | null)[] = ['INVALID_FIELD', 'INVALID_STATUS_NAME', null]

/** A refusal as the tenant puts it; null for an error that is none. */
export function refusalReply(error: unknown, path: string, switches: Switches): Reply | null {
  if (error instanceof ApiRefusal)
    return json(error.status, { ...failure(error.code, error.message, error.data), message: null })
  if (error instanceof ObjectNotFound) return objectNotFound()
  if (!(error instanceof GoalRefusal)) return null
  if (switches.errorStyle === 'spring' && springErrors.includes(error.error))
    return springReply(500, error.message, path)
  const code = error.error && goalErrors[error.error]
  const requestId = randomUUID()
  return json(400, {
    result: false,
    errorCode: code === null || switches.errorCodes === 'number' ? code : String(code),
    errorDesc: error.error ?? error.message,
    localizedErrorDesc: error.error ?? error.message,
    requestId,
    data: null,
    message: `${error.message} ${requestId}`,
    localizedMessage: null,
    errorInfo: null,
  })
}

function objectNotFound(): Reply {
  const message = 'Requested object not found.'
  const instance = `${new Date().toISOString().slice(0, 19).replace('T', ' ')} UTC`
  return json(404, {
    requestId: randomUUID(),
    result: false,
    instance,
    title: 'OBJECT_NOT_FOUND',
    detail: message,
    errorDesc: message,
  })
}

/** The framework's own error body. Its path has no `/v1`, which the gateway takes away (reference 2.5). */
export function springReply(status: 400 | 500, message: string, path: string): Reply {
  const exception = {
    500: 'com.gainsight.cs.goal.exception.CSGoalException',
    400: 'org.springframework.http.converter.HttpMessageNotReadableException',
  }
  return json(status, {
    timestamp: Date.now(),
    status,
    error: { 500: 'Internal Server Error', 400: 'Bad Request' }[status],
    exception: exception[status],
    message,
    path: path.replace(/^\/v\d+(?=\/)/, ''),
  })
}

import * as texts from '@goalkeeper/texts/server/http'
import * as common from '@goalkeeper/texts/server/common'
import { GainsightError } from '@goalkeeper/gainsight/error'
import type { ErrorRequestHandler } from 'express'
import { AppError } from './app-error.ts'
import { sendProblem } from './problem.ts'
import { requestIdOf } from './request-log.ts'
import { isScriptAtGateway, sendTenantFailure } from './tenant-failure.ts'

/** The last middleware: whatever was thrown is answered, and logged when someone has to act. */
export const errorHandler: ErrorRequestHandler = (thrown, request, response, _next) => {
  const error = toAppError(thrown)
  if (error.code === 'internal') request.log.error({ err: thrown }, 'A request failed')
  else request.log.debug({ err: thrown }, 'A request was refused')
  const answer = isScriptAtGateway(request) ? sendTenantFailure : sendProblem
  answer(response, error, requestIdOf(request))
}

/** Everything that can be thrown becomes one AppError here, so that nothing else in the server decides a status. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (thrown instanceof GainsightError) return fromTenant(thrown)
  if (isHttpError(thrown)) return fromExpress(thrown)
  return new AppError('internal', texts.somethingWentWrongInGoalkeeper, {
    cause: thrown,
  })
}

const codeOfKind = {
  refused: 'refused-by-tenant',
  throttled: 'too-many-calls',
  unauthorized: 'tenant-broken',
  broken: 'tenant-broken',
  timeout: 'tenant-timeout',
  unreachable: 'tenant-broken',
} as const

function fromTenant(error: GainsightError): AppError {
  const code = error.outcome === 'unknown' && error.kind !== 'timeout' ? 'outcome-unknown' : codeOfKind[error.kind]
  return new AppError(code, error.message, {
    fields: Object.keys(error.fields).length > 0 ? error.fields : undefined,
    tenantCode: error.tenantCode,
    retryAfterSeconds: error.retryAfterSeconds ?? undefined,
    cause: error,
  })
}

type HttpError = Error & { status: number; type?: string }

const isHttpError = (thrown: unknown): thrown is HttpError =>
  thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' && thrown.status < 500

/** What Express and its body parser refuse. Their messages repeat parts of the body, so the sentence is ours. */
function fromExpress(error: HttpError): AppError {
  if (error.status === 404) return new AppError('not-found', texts.thereIsNothingAtThisAddress, { cause: error })
  if (error.status === 413) return new AppError('too-large', texts.theBodyIsLargerThan1, { cause: error })
  if (error.status === 415)
    return new AppError('unsupported-type', texts.theBodyMustBeJsonIn, {
      cause: error,
    })
  if (error.type === 'entity.parse.failed') {
    return new AppError('invalid', texts.theBodyIsNotValidJson, {
      cause: error,
      fields: { body: common.isNotValidJson },
    })
  }
  return new AppError('invalid', texts.requestNotValid, { cause: error })
}

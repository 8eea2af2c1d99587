import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { describeError } from '#bff/log.ts'

/** Gives every request an id, which the reply and every log line about it carry, and logs one line when it is over. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = randomUUID()
      response.setHeader('x-request-id', id)
      return id
    },
    customLogLevel: (request, response) => {
      if (response.statusCode === 500) return 'error'
      // Asked all the time, and "not ready yet" is a good answer.
      if (request.url === '/healthz' || request.url === '/readyz') return 'debug'
      // 503 is our own, while it starts or stops.
      return response.statusCode > 500 && response.statusCode !== 503 ? 'warn' : 'info'
    },
    customErrorObject: (_request, _response, _error, line: { err?: unknown }) => {
      // Made up by pino-http from the status; what was thrown, the error handler has logged.
      const { err: _made, ...rest } = line
      return rest
    },
    wrapSerializers: false,
    serializers: {
      err: describeError,
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: pathForLog(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  })
}

/** The id under which this request is logged. */
export function requestIdOf(request: IncomingMessage): string {
  return typeof request.id === 'string' ? request.id : ''
}

/** Without the query, which may hold names that somebody looked for, and without the secret of a launch link. */
const pathForLog = (url: string) => url.replace(/\?.*/s, '').replace(/^\/launch\/.*/s, '/launch/[hidden]')

import * as texts from '@goalkeeper/texts/server/http'
import express, { type RequestHandler } from 'express'
import { AppError } from './app-error.ts'

/** Reads a JSON body of up to 1 MB; other types get 415, larger ones 413, broken ones 400. */
export const jsonBody: RequestHandler[] = [
  (request, _response, next) => {
    if (request.is('application/json') !== false) return next()
    throw new AppError('unsupported-type', texts.theBodyMustBeApplicationJson)
  },
  express.json({ limit: '1mb', strict: false, verify: refuseNul }),
]

/** As an escape that is not itself escaped: the only way in which JSON can hold it. */
const nul = /(?<!\\)(?:\\\\)*\\u0000/

/** PostgreSQL keeps no text with the character NUL, and no name or description needs it. */
function refuseNul(_request: unknown, _response: unknown, body: Buffer): void {
  if (!body.includes('\\u0000') || !nul.test(body.toString())) return
  throw new AppError('invalid', texts.theBodyHoldsTheCharacterNul, { fields: { body: texts.holdsTheCharacterNul } })
}

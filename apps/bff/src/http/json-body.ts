import express, { type RequestHandler } from 'express'
import { AppError } from './app-error.ts'

/** Reads a JSON body of up to 1 MB; other types get 415, larger ones 413, broken ones 400. */
export const jsonBody: RequestHandler[] = [
  (request, _response, next) => {
    if (request.is('application/json') !== false) return next()
    throw new AppError('unsupported-type', 'The body must be application/json.')
  },
  express.json({ limit: '1mb', strict: false }),
]

import type { Request, RequestHandler } from 'express'
import { AppError } from './app-error.ts'

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

/** Refuses names that are not this machine's: a foreign page whose name was pointed at 127.0.0.1 (DNS rebinding) still carries its own. */
export const checkHost: RequestHandler = (request, _response, next) => {
  if (loopbackHost.test(request.headers.host ?? '')) return next()
  throw new AppError('forbidden', 'Goalkeeper answers on this machine only: use http://127.0.0.1 or http://localhost.')
}

/** Refuses what a page of another site started. Without the browser's word on it (a script), there is no such page. */
export const refuseCrossSite: RequestHandler = (request, _response, next) => {
  if (isSafe(request)) {
    if (request.headers['sec-fetch-site'] !== 'cross-site' || isPageVisit(request)) return next()
    throw new AppError('forbidden', 'Another site may not read from Goalkeeper.')
  }
  if (request.headers['x-requested-with'] !== 'goalkeeper') {
    throw new AppError('forbidden', 'This request needs the header X-Requested-With: goalkeeper.')
  }
  if (request.headers.origin !== `http://${request.headers.host}`) {
    throw new AppError('forbidden', 'This request needs an Origin that is the address of Goalkeeper.')
  }
  next()
}

const isSafe = (request: Request) => request.method === 'GET' || request.method === 'HEAD'

// Express finds a route whatever the case of its address.
const dataPath = /^\/(api|gainsight)(\/|$)/i

/** Somebody follows a link to one of the pages, which hold no data of their own. */
export function isPageVisit(request: Request): boolean {
  return isSafe(request) && !dataPath.test(request.path) && request.accepts(['json', 'html']) === 'html'
}

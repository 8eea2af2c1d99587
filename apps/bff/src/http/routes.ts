import * as texts from '@goalkeeper/texts/server/http'
import type { RequestHandler, Router } from 'express'
import { AppError } from './app-error.ts'

export type Route = { method: string; path: string }

/** Every route that is mounted on a router, however deep, in the order of mounting. Rooms mount theirs with full paths. */
export function listRoutes(router: Pick<Router, 'stack'>): Route[] {
  return router.stack.flatMap((layer) => {
    if (layer.route) {
      const { path } = layer.route
      // A route's stack holds its body parsers too, under the same method.
      return [...new Set(layer.route.stack.map(({ method }) => method.toUpperCase()))].map((method) => ({
        method,
        path,
      }))
    }
    return isRouter(layer.handle) ? listRoutes(layer.handle) : []
  })
}

const isRouter = (handle: unknown): handle is Router => typeof handle === 'function' && 'stack' in handle

/** Answers 405 where a path is known but not with this method. Mounted after all routes. */
export function methodNotAllowed(router: Pick<Router, 'stack'>): RequestHandler {
  const routes = listRoutes(router)
  return (request, response, next) => {
    const methods = routes.filter((route) => matches(route.path, request.path)).map((route) => route.method)
    if (methods.length === 0) return next()
    response.setHeader('allow', [...new Set(methods)].join(', '))
    throw new AppError('method-not-allowed', texts.isNotPossibleHere(request.method))
  }
}

export const notFound: RequestHandler = () => {
  throw new AppError('not-found', texts.thereIsNothingAtThisAddress)
}

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index])
}

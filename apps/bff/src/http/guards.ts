import * as texts from '@goalkeeper/texts/server/http'
import { metricsPath } from '@goalkeeper/contract/openapi'
import type { Request, RequestHandler } from 'express'
import type { Config } from '#bff/config.ts'
import { AppError } from './app-error.ts'
import { callerOf } from './caller.ts'
import { createTrustedProxies } from './trusted-proxies.ts'

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

type GuardOptions = Pick<Config, 'publicUrl' | 'trustedProxies' | 'tls'>

/** What every request has to pass, whoever sent it. */
export function createGuards({ publicUrl, trustedProxies, tls }: GuardOptions): {
  checkHost: RequestHandler
  refuseNul: RequestHandler
  requireProxy: RequestHandler
  refuseCrossSite: RequestHandler
} {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host
  const isTrusted = createTrustedProxies(trustedProxies)
  const isBehindProxy = tls === null && trustedProxies.length > 0 && publicUrl?.startsWith('https:') === true

  /** Refuses names that are not ours: a foreign page whose name was pointed at this address (DNS rebinding) still carries its own. */
  const checkHost: RequestHandler = (request, _response, next) => {
    const host = request.headers.host?.toLowerCase() ?? ''
    if (isMeasuring(request) || host === publicHost || loopbackHost.test(host)) return next()
    const address = publicUrl ?? 'http://127.0.0.1 or http://localhost'
    throw new AppError('forbidden', texts.goalkeeperDoesNotAnswerToThis(address))
  }

  /** No name, id or word holds the character NUL, and PostgreSQL keeps none. */
  const refuseNul: RequestHandler = (request, _response, next) => {
    if (!request.url.includes('%00')) return next()
    throw new AppError('invalid', texts.theAddressHoldsTheCharacterNul)
  }

  /** Where https ends at a proxy, refuses what did not come by it. */
  const requireProxy: RequestHandler = (request, _response, next) => {
    if (!isBehindProxy || isMeasuring(request)) return next()
    if (isTrusted(request) && request.headers['x-forwarded-proto'] === 'https') return next()
    throw new AppError('forbidden', texts.goalkeeperIsReachedByHttpsOnly(publicUrl))
  }

  /** Refuses what a page of another site started. Without the browser's word on it (a script), there is no such page. */
  const refuseCrossSite: RequestHandler = (request, _response, next) => {
    // No page can show a token that it does not have.
    if (callerOf(request).lane === 'scripts') return next()
    if (isSafe(request)) {
      if (request.headers['sec-fetch-site'] !== 'cross-site' || isPageVisit(request)) return next()
      throw new AppError('forbidden', texts.anotherSiteMayNotReadFrom)
    }
    if (request.headers['x-requested-with'] !== 'goalkeeper') {
      throw new AppError('forbidden', texts.thisRequestNeedsTheHeaderX)
    }
    const { origin, host } = request.headers
    if (origin === undefined || (origin !== publicUrl && origin !== `${tls ? 'https' : 'http'}://${host}`)) {
      throw new AppError('forbidden', texts.thisRequestNeedsAnOriginThat)
    }
    next()
  }
  return { checkHost, refuseNul, requireProxy, refuseCrossSite }
}

const isSafe = (request: Request) => request.method === 'GET' || request.method === 'HEAD'

// Express finds a route whatever the case of its address.
const dataPath = /^\/(api|gainsight|metrics)(\/|$)/i

/**
 * Prometheus asks each process by its own address, and not by way of the load balancer. It shows a token, which no page of a foreign
 * name has; whether that is a good one is asked later.
 */
const isMeasuring = (request: Request) =>
  request.method === 'GET' && request.path === metricsPath && /^bearer /i.test(request.headers.authorization ?? '')

/** The addresses of data, which programs ask for. */
export const isDataPath = (request: Request): boolean => dataPath.test(request.path)

/** Somebody follows a link to one of the pages, which hold no data of their own. */
export function isPageVisit(request: Request): boolean {
  return isSafe(request) && !isDataPath(request) && request.accepts(['json', 'html']) === 'html'
}

import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Router } from 'express'
import helmet from 'helmet'

const nonces = new WeakMap<IncomingMessage, string>()

/** What this reply's page has to write beside its style elements to have them applied. */
export function styleNonceOf(request: IncomingMessage): string {
  let nonce = nonces.get(request)
  if (!nonce) nonces.set(request, (nonce = randomBytes(16).toString('base64')))
  return nonce
}

const styleNonce = (request: IncomingMessage, _response: ServerResponse) => `'nonce-${styleNonceOf(request)}'`

/**
 * Nothing is allowed that the app does not use. Style attributes need no entry: React and Mantine set them through the DOM, which
 * the policy does not touch. Images of other sites are shown only after a click on them, in a description.
 */
export function securityHeaders({ isSecure }: { isSecure: boolean }): Router {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", styleNonce],
        'img-src': ["'self'", 'data:', 'https:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // By plain http, on loopback, this header means nothing. Other names of the domain are not ours to bind.
    strictTransportSecurity: isSecure && { maxAge: 31_536_000, includeSubDomains: false },
  })
  // What a route wants kept, such as a hashed asset, it says itself.
  return Router().use(headers, (_request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    next()
  })
}

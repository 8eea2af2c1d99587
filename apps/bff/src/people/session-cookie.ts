import type { CookieOptions, Request, Response } from 'express'

type Cookie = {
  read: (request: Request) => string
  set: (request: Request, response: Response, value: string) => void
  clear: (request: Request, response: Response) => void
}

/** How long somebody may take at the provider. */
export const signInMs = 10 * 60_000

/** The cookie that holds a session. It comes along from our own pages only. */
export function createSessionCookie(isSecure: boolean): Cookie {
  return createCookie(isSecure, '', { sameSite: 'strict' })
}

/** The cookie by which a browser that comes back from the provider is known to be the one that set out: one for each sign-in. */
export function createSignInCookie(isSecure: boolean, state: string): Cookie {
  return createCookie(isSecure, `-sign-in-${state.slice(0, 8)}`, { sameSite: 'lax', maxAge: signInMs })
}

function createCookie(isSecure: boolean, suffix: string, own: CookieOptions): Cookie {
  const options: CookieOptions = { httpOnly: true, path: '/', secure: isSecure, ...own }
  const { maxAge: _age, ...lasting } = options
  const base = (request: Request) => (isSecure ? '__Host-goalkeeper' : `goalkeeper-${portOf(request)}`)
  const name = (request: Request) => base(request) + suffix
  return {
    read: (request) => readCookie(request, name(request)),
    set: (request, response, value) => void response.cookie(name(request), value, options),
    clear: (request, response) => void response.clearCookie(name(request), lasting),
  }
}

/**
 * Cookies know no ports: without https, the port in the name keeps two installations on one machine apart. It is the one that the browser
 * knows, because replicas behind a load balancer listen at others.
 */
function portOf({ headers }: Request): string {
  return /:(\d+)$/.exec(headers.host ?? '')?.[1] ?? '80'
}

function readCookie(request: Request, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}

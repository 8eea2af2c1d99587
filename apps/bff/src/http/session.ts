import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { AppError } from './app-error.ts'
import { setCaller } from './caller.ts'
import { isPageVisit } from './guards.ts'
import { launchedPage, lockedPage } from './session-pages.ts'

type SessionOptions = {
  /** Whoever reaches the address may enter: the sandbox. */
  open: boolean
  launchSecret: string
  /** Signs the cookies, so that a session outlives a restart as long as the launch secret does. */
  installSecret: string
}

/** The launch link, and the check of the session that it gives. */
export function createSessions({ open, launchSecret, installSecret }: SessionOptions): {
  launch: Router
  requireSession: RequestHandler
} {
  const key = createHmac('sha256', installSecret).update(`session:${launchSecret}`).digest()
  const sign = (id: string) => createHmac('sha256', key).update(id).digest('base64url')

  const begin = (request: Request, response: Response) => {
    const id = randomBytes(12).toString('base64url')
    response.cookie(cookieName(request), `${id}.${sign(id)}`, { httpOnly: true, sameSite: 'strict', path: '/' })
  }
  const sessionOf = (request: Request) => {
    const [id = '', signature = ''] = readCookie(request, cookieName(request)).split('.')
    return id && isEqual(signature, sign(id)) ? id : null
  }

  const launch = Router().get('/launch/:secret', (request, response) => {
    if (!isEqual(request.params.secret, launchSecret)) {
      throw new AppError(
        'forbidden',
        'This launch link is not valid. Goalkeeper prints the current one when it starts.',
      )
    }
    begin(request, response)
    response.type('html').send(launchedPage)
  })

  const requireSession: RequestHandler = (request, response, next) => {
    const session = sessionOf(request)
    if (!session && !open) {
      if (isPageVisit(request)) return void response.status(401).type('html').send(lockedPage(request))
      throw new AppError(
        'unauthenticated',
        'There is no session: open the launch link that Goalkeeper printed when it started.',
      )
    }
    if (!session && isPageVisit(request)) begin(request, response)
    const caller = { actor: 'you', actorId: 'person:you', session: session ?? 'open', lane: 'people' } as const
    setCaller(request, caller, { role: 'admin', scope: { kind: 'all' }, routes: null })
    next()
  }
  return { launch, requireSession }
}

/** Cookies know no ports: the port in the name keeps two installations on one machine apart. */
const cookieName = (request: Request) => `goalkeeper-${request.socket.localPort}`

function readCookie(request: Request, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}

/** In a time that tells nothing of where they differ. */
function isEqual(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

import * as texts from '@goalkeeper/texts/server/people'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { Request, RequestHandler, Response, Router as ExpressRouter } from 'express'
import { Router } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#bff/config.ts'
import type { Database } from '#bff/database/connect.ts'
import type { Events } from '#bff/events/events.ts'
import { AppError } from '#bff/http/app-error.ts'
import { type Caller, rightsOf, setCaller } from '#bff/http/caller.ts'
import { isDataPath, isPageVisit } from '#bff/http/guards.ts'
import { createTrustedProxies } from '#bff/http/trusted-proxies.ts'
import { isServedByHttps } from '#bff/sign-in-config.ts'
import { createCookieSessions } from './cookie-sessions.ts'
import type { Admitted, Entrance } from './entrance.ts'
import { createLaunchLink, wayOfLaunch } from './launch-link.ts'
import { createOpenEntrance } from './open-entrance.ts'
import { sendPage } from './pages.ts'
import { createPeopleRouter } from './people-router.ts'
import { createProviderEntrance } from './provider-entrance.ts'
import { createProxyEntrance } from './proxy-entrance.ts'
import { createSessionStore, type SessionStore } from './session-store.ts'
import { createScopes } from './scopes.ts'
import { createTokenRouter } from './token-router.ts'
import { createTokenStore } from './token-store.ts'

export type Record = (who: Pick<Caller, 'actor' | 'actorId' | 'screen'>, words: string) => Promise<void>
/** Gainsight users by their address in small letters. */
export type UsersByEmail = (emails: string[]) => Promise<Map<string, { gsid: string; name: string }>>

/** Everyone who may come in: how they do, who they are, and what they may do. */
export type People = {
  /** Addresses that anyone may ask for, to come in. */
  entrance: RequestHandler
  /** Lets on whoever is known, and says who it is. */
  requireSession: RequestHandler
  /** Whether the sender of a request that was let in is still known, with the same rights. */
  isStillIn: (request: Request, response: Response) => Promise<boolean>
  /** Everyone has to come in anew. */
  endAllSessions: () => Promise<void>
  router: ExpressRouter
}

export type PeopleParts = {
  database: Database
  config: Pick<Config, 'signIn' | 'publicUrl' | 'trustedProxies' | 'tls' | 'session'>
  launchSecret: string
  usersByEmail: UsersByEmail
  /** Of goals, over which what somebody sees is a filter. */
  fields: () => Promise<Field[]>
  record: Record
  events: Events
  log: Logger
  now?: () => number
}

export function createPeople({ now = Date.now, ...parts }: PeopleParts): People {
  const { database, config, usersByEmail, record, events } = parts
  const { signIn } = config
  const sessions = createSessionStore({ database, way: wayOf(config), limits: config.session, now })
  const tokens = createTokenStore(database, now)
  const scopes = createScopes(parts.fields)
  const entrance = entranceOf({ ...parts, now }, sessions)

  async function recognise(
    request: Request,
    response: Response,
    options: { noteUse: boolean },
  ): Promise<Admitted | null> {
    const shown = bearerOf(request)
    if (shown === null) return entrance.recognise(request, response, options)
    const token = await tokens.find(shown)
    if (!token) return null
    if (options.noteUse) await tokens.noteUse(token)
    const id = `token:${token.id}`
    return {
      caller: { actor: token.name, actorId: id, email: null, session: id, lane: 'scripts' },
      rights: { role: token.role, routes: token.routes, scope: token.scope },
    }
  }

  const requireSession: RequestHandler = async (request, response, next) => {
    const admitted = await recognise(request, response, { noteUse: true })
    if (!admitted) return refuse(request, response)
    if (admitted.rights.role === null && isPageVisit(request)) return sendWithoutRole(request, response)
    setCaller(request, admitted.caller, admitted.rights)
    next()
  }

  function refuse(request: Request, response: Response): void {
    if (bearerOf(request) !== null) {
      response.setHeader('www-authenticate', 'Bearer error="invalid_token"')
      throw new AppError('unauthenticated', texts.thisTokenIsNotKnownHas)
    }
    if (isPageVisit(request)) return entrance.turnAway(request, response)
    throw new AppError('unauthenticated', entrance.sentence)
  }

  async function isStillIn(request: Request, response: Response): Promise<boolean> {
    const admitted = await recognise(request, response, { noteUse: false })
    return admitted !== null && JSON.stringify(admitted.rights) === JSON.stringify(rightsOf(request))
  }

  const router = Router()
  router.use(createPeopleRouter({ database, signIn, entrance, sessions, tokens, usersByEmail, scopes, events, record }))
  router.use(createTokenRouter({ tokens, scopes, events, record }))
  return { entrance: entrance.routes, requireSession, isStillIn, endAllSessions: sessions.endAll, router }
}

function wayOf({ signIn }: PeopleParts['config']): string {
  if (signIn.kind === 'provider') return `provider:${signIn.issuer}`
  return signIn.kind === 'launch-link' ? wayOfLaunch(signIn.launchSecret) : signIn.kind
}

function entranceOf(
  { database, config, launchSecret, record, log, now }: PeopleParts & { now: () => number },
  store: SessionStore,
): Entrance {
  const { signIn, publicUrl } = config
  if (signIn.kind === 'open') return createOpenEntrance()
  if (signIn.kind === 'proxy') {
    return createProxyEntrance({ database, signIn, isTrusted: createTrustedProxies(config.trustedProxies), now })
  }
  const isSecure = isServedByHttps(config)
  const sessions = createCookieSessions({ store, signIn, isSecure })
  if (signIn.kind === 'launch-link') return createLaunchLink({ database, sessions, launchSecret, now })
  if (publicUrl === null) throw new Error('A sign-in at a provider needs an address to come back to.')
  return createProviderEntrance({ database, signIn, publicUrl, isSecure, sessions, record, log, now })
}

/** What a script shows in place of a cookie; null when it shows nothing. */
function bearerOf(request: Request): string | null {
  const [, shown] = /^bearer\s+(.*)$/i.exec(request.headers.authorization ?? '') ?? []
  return shown !== undefined && isDataPath(request) ? shown.trim() : null
}

function sendWithoutRole(request: Request, response: Response): void {
  sendPage(request, response, {
    status: 403,
    heading: texts.youHaveNotBeenGivenA,
    sentence: texts.askAnAdminOfGoalkeeperFor,
  })
}

import * as texts from '@goalkeeper/texts/server/sign-in'
import { type ErrorRequestHandler, type Request, Router } from 'express'
import type { Logger } from 'pino'
import { problemStatus } from '@goalkeeper/contract/problem'
import type { Database } from '#bff/database/connect.ts'
import { AppError } from '#bff/http/app-error.ts'
import type { Caller } from '#bff/http/caller.ts'
import { toAppError } from '#bff/http/error-handler.ts'
import type { ProviderSignIn } from '#bff/sign-in-config.ts'
import type { CookieSessions } from './cookie-sessions.ts'
import type { Entrance } from './entrance.ts'
import { retryOf } from './launch-link.ts'
import { sendPage } from './pages.ts'
import { storeArrival } from './person-store.ts'
import { createProvider } from './provider.ts'
import { ownPath } from './own-path.ts'
import { hashOf, isEqual, newSecret } from './secrets.ts'
import { createSignInCookie, signInMs } from './session-cookie.ts'

type Parts = {
  database: Database
  signIn: ProviderSignIn
  publicUrl: string
  isSecure: boolean
  sessions: CookieSessions
  record: (who: Pick<Caller, 'actor' | 'actorId' | 'screen'>, words: string) => Promise<void>
  log: Logger
  now: () => number
}

/** People sign in at the company's own provider and come back with a session. */
export function createProviderEntrance(parts: Parts): Entrance {
  const { database, signIn, publicUrl, isSecure, sessions, record, log, now } = parts
  const { db } = database
  const provider = createProvider(signIn, publicUrl)

  const routes = Router()
  routes.get('/sign-in', async (request, response) => {
    const [state, nonce, verifier, browser] = [newSecret(), newSecret(), newSecret(), newSecret()]
    const address = await provider.begin({ state, nonce, verifier })
    const before = await sessions.find(request)
    await db.deleteFrom('sign_in').where('ends_at', '<=', now()).execute()
    await db
      .insertInto('sign_in')
      .values({
        state_hash: hashOf(state),
        browser_hash: hashOf(browser),
        nonce,
        verifier,
        return_path: request.query['window'] === undefined ? ownPath(request.query['return'], publicUrl) : null,
        // Coming back from the provider, the browser does not send it.
        replaces: before?.session.id ?? null,
        ends_at: now() + signInMs,
      })
      .execute()
    createSignInCookie(isSecure, state).set(request, response, browser)
    response.redirect(address)
  })

  routes.get('/sign-in/return', async (request, response) => {
    const { state = '' } = request.query
    if (typeof state !== 'string') throw new AppError('invalid', texts.theProviderSentNoStateThat)
    const cookie = createSignInCookie(isSecure, state)
    const browser = cookie.read(request)
    cookie.clear(request, response)
    const journey = await take(state)
    if (!isEqual(hashOf(browser), journey.browser_hash)) {
      throw new AppError('invalid', texts.thisSignInWasBegunIn)
    }
    const { person: introduction, idToken } = await provider.finish(queryOf(request), { ...journey, state })
    const person = await storeArrival(database, introduction, now())
    const { caller } = await sessions.begin(request, response, person, { idToken, replaces: journey.replaces })
    await record({ ...caller, screen: null }, texts.signedIn)
    if (journey.return_path === null) {
      const sentence = texts.youCanCloseThisWindow
      return sendPage(request, response, { heading: texts.youAreSignedIn, sentence, script: '/sign-in/close.js' })
    }
    const link = { to: journey.return_path, words: texts.goOn }
    sendPage(request, response, { heading: texts.openingGoalkeeper, link, goOnTo: journey.return_path })
  })

  routes.get('/sign-in/close.js', (_request, response) => {
    response.type('js').send('window.close()\n')
  })

  routes.get('/signed-out', (request, response) => {
    sendPage(request, response, { heading: texts.youAreSignedOut, link: { to: '/sign-in', words: texts.signIn } })
  })

  /** Takes a sign-in out of the store: of several that come back with one state, one finds it. */
  async function take(state: string) {
    const taken = await db
      .deleteFrom('sign_in')
      .where('state_hash', '=', hashOf(state))
      .returningAll()
      .executeTakeFirst()
    if (taken && taken.ends_at > now()) return taken
    throw new AppError('invalid', texts.thisSignInHasBeenUsed)
  }

  const tellOnPage: ErrorRequestHandler = (thrown, request, response, next) => {
    const error = toAppError(thrown)
    if (response.headersSent || error.code === 'internal') return next(thrown)
    log.warn({ err: thrown }, 'A sign-in was refused')
    sendPage(request, response, {
      status: problemStatus[error.code],
      heading: texts.youAreNotSignedIn,
      sentence: error.message,
      link: { to: '/sign-in', words: texts.tryAgain },
    })
  }
  routes.use(tellOnPage)

  return {
    issuer: signIn.issuer,
    recognise: (request, _response, options) => sessions.recognise(request, options),
    turnAway(request, response) {
      const retry = retryOf(request)
      if (retry.goOnTo !== undefined) {
        return sendPage(request, response, { status: 401, heading: texts.openingGoalkeeper, ...retry })
      }
      response.redirect(`/sign-in?return=${encodeURIComponent(request.originalUrl)}`)
    },
    sentence: texts.youAreNotSignedInOr,
    routes,
    async leave(request, response) {
      const session = await sessions.end(request, response)
      return provider.end(session?.id_token ?? null)
    },
  }
}

const queryOf = (request: Request) => request.originalUrl.replace(/^[^?]*/, '')

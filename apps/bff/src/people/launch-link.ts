import * as texts from '@goalkeeper/texts/server/sign-in'
import { scryptSync } from 'node:crypto'
import { type Request, Router } from 'express'
import type { Database } from '#bff/database/connect.ts'
import { AppError } from '#bff/http/app-error.ts'
import type { CookieSessions } from './cookie-sessions.ts'
import type { Entrance } from './entrance.ts'
import { sendPage } from './pages.ts'
import { storeArrival } from './person-store.ts'
import { isEqual } from './secrets.ts'

/** Sessions begun with one secret of the configuration end with another one; those of a secret made at a start outlive it. */
export function wayOfLaunch(configured: string | null): string {
  if (configured === null) return 'launch-link'
  return `launch-link:${scryptSync(configured, 'goalkeeper launch link', 16).toString('hex')}`
}

type Parts = { database: Database; sessions: CookieSessions; launchSecret: string; now: () => number }

/** The one person of a machine comes in by a link that the start prints. */
export function createLaunchLink({ database, sessions, launchSecret, now }: Parts): Entrance {
  const you = { issuer: 'launch-link', subject: 'you', name: 'you', email: null, claimed_role: null }
  const routes = Router().get('/launch/:secret', async (request, response) => {
    if (!isEqual(request.params.secret, launchSecret)) {
      throw new AppError('forbidden', texts.thisLaunchLinkIsNotValid)
    }
    const before = await sessions.find(request)
    const person = await storeArrival(database, you, now())
    await sessions.begin(request, response, person, { idToken: null, replaces: before?.session.id ?? null })
    // After a redirect, a link on another site would arrive without its new SameSite=Strict cookie.
    sendPage(request, response, { heading: texts.openingGoalkeeper, link: { to: '/', words: texts.goOn }, goOnTo: '/' })
  })
  return {
    issuer: you.issuer,
    recognise: (request, _response, options) => sessions.recognise(request, options),
    turnAway: (request, response) =>
      sendPage(request, response, {
        status: 401,
        heading: texts.goalkeeperIsLocked,
        sentence: texts.openTheLaunchLinkThat,
        ...retryOf(request),
      }),
    sentence: texts.thereIsNoSessionOpenThe,
    routes,
    async leave(request, response) {
      await sessions.end(request, response)
      return null
    },
  }
}

/** A visit that another site's link began is tried once more from our own page, for only now the browser sends the cookie. */
export function retryOf(request: Request): { goOnTo?: string } {
  if (request.headers['sec-fetch-site'] !== 'cross-site') return {}
  // Two slashes would be the name of another host.
  return { goOnTo: request.originalUrl.replace(/^[/\\]+/, '/') }
}

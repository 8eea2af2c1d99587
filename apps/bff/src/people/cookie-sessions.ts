import type { Request, Response } from 'express'
import type { SignIn } from '#bff/sign-in-config.ts'
import { browserName } from './browser-name.ts'
import { type Admitted, admit } from './entrance.ts'
import type { StoredPerson } from './person-store.ts'
import { createSessionCookie } from './session-cookie.ts'
import type { SessionStore, StoredSession } from './session-store.ts'

export type CookieSessions = ReturnType<typeof createCookieSessions>
type Parts = { store: SessionStore; signIn: SignIn; isSecure: boolean }

/** Sessions of browsers, each held by a cookie. */
export function createCookieSessions({ store, signIn, isSecure }: Parts) {
  const cookie = createSessionCookie(isSecure)
  const find = (request: Request) => store.find(cookie.read(request))

  /** Begins a session with a new cookie, so that one that somebody else may have planted is worth nothing. */
  async function begin(
    request: Request,
    response: Response,
    person: StoredPerson,
    { idToken, replaces }: { idToken: string | null; replaces: string | null },
  ): Promise<Admitted> {
    const browser = browserName(request.get('user-agent'))
    const { id, secret } = await store.begin(person, { browser, idToken, replaces })
    cookie.set(request, response, secret)
    return admit(person, id, signIn)
  }

  async function recognise(request: Request, { noteUse }: { noteUse: boolean }): Promise<Admitted | null> {
    const found = await find(request)
    if (!found) return null
    if (noteUse) await store.noteUse(found.session)
    return admit(found.person, found.session.id, signIn)
  }

  /** Ends the session of this browser; gives what it was. */
  async function end(request: Request, response: Response): Promise<StoredSession | null> {
    const found = await find(request)
    if (found) await store.end(found.person.id, found.session.id)
    cookie.clear(request, response)
    return found?.session ?? null
  }

  return { begin, find, recognise, end }
}

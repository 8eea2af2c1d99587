import type { Request, RequestHandler, Response } from 'express'
import type { Caller, Rights } from '#bff/http/caller.ts'
import type { SignIn } from '#bff/sign-in-config.ts'
import type { StoredPerson } from './person-store.ts'
import { roleOf } from './roles.ts'

/** Somebody who is known. */
export type Admitted = { caller: Omit<Caller, 'screen'>; rights: Rights }

/** One way in. */
export type Entrance = {
  /** Whoever comes in here is known by this issuer. */
  issuer: string
  /** Who sent a request; null when nobody knows. `noteUse`: it counts as using the session. */
  recognise: (request: Request, response: Response, options: { noteUse: boolean }) => Promise<Admitted | null>
  /** What a page visit gets from somebody who is not known, and what a program is told. */
  turnAway: (request: Request, response: Response) => void
  sentence: string
  /** Addresses that anyone may ask for. */
  routes: RequestHandler
  /** Ends what the browser and the provider hold of the session; gives where the browser is to go for that. */
  leave: (request: Request, response: Response) => Promise<string | null>
}

/** A person with what they may do at present. */
export function admit(person: StoredPerson, session: string, signIn: SignIn): Admitted {
  const { role } = roleOf(person, signIn)
  return {
    caller: { actor: person.name, actorId: `person:${person.id}`, email: person.email, session, lane: 'people' },
    // Who gives others what they see could give it to themselves.
    rights: { role, routes: null, scope: role === 'admin' ? null : person.scope },
  }
}

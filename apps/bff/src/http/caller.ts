import * as texts from '@goalkeeper/texts/server/http'
import type { IncomingMessage } from 'node:http'
import { type Needs, refusalOf, type Role } from '@goalkeeper/contract/policy'
import { type Screen, screenSchema } from '@goalkeeper/contract/screens'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { RequestHandler } from 'express'
import { AppError } from './app-error.ts'

/** Who asks, as every room passes it on: their name goes into the journal, and their session takes turns with others. */
export type Caller = {
  /** The name that people read. */
  actor: string
  /** `person:…` or `token:…`, which stays when a name changes. */
  actorId: string
  /** By which somebody is a user of Gainsight: who `@me` is in filters. Null when they have none. */
  email: string | null
  session: string
  /** The screen that a browser says it asks from; a script has none. */
  screen: Screen | null
  /** The lane in which the caller's calls to the tenant go. */
  lane: 'people' | 'scripts'
}

/** What somebody may do. */
export type Rights = {
  /** Null: known, and given no role yet. */
  role: Role | null
  /** Operation ids that a token is limited to; null: every one that the role may use. */
  routes: readonly string[] | null
  /** Which goals they see; null: all. */
  scope: FilterTree | null
}

/** Somebody who asks, with what they may do: what decides which goals they see. */
export type Asker = { caller: Caller; rights: Rights }

const admitted = new WeakMap<IncomingMessage, { caller: Caller; rights: Rights }>()

/** Notes who sent a request. Called where a session, a token or a proxy's word was checked, and nowhere else. */
export function setCaller(request: IncomingMessage, caller: Omit<Caller, 'screen'>, rights: Rights): void {
  const named = screenSchema.safeParse(request.headers['x-goalkeeper-screen'])
  const screen = caller.lane === 'people' && named.success ? named.data : null
  admitted.set(request, { caller: { ...caller, screen }, rights })
}

/** Who sent this request, and what they may do; only behind `permit`. */
export const askerOf = (request: IncomingMessage): Asker => known(request)
/** Who sent this request; only behind `permit`. */
export const callerOf = (request: IncomingMessage): Caller => known(request).caller
/** What the sender may do; only behind `permit`. */
export const rightsOf = (request: IncomingMessage): Rights => known(request).rights

/**
 * Lets a request on when its sender may do what a route is for. Every route has it first, before its body is read.
 * `operation` is the route's id in the OpenAPI description, by which tokens are limited.
 */
export function permit(needs: Needs, operation: string): RequestHandler {
  return (request, _response, next) => {
    if (needs === 'none') return next()
    const { caller, rights } = known(request)
    if (needs === 'self' && caller.lane === 'scripts' && operation !== 'readMe') {
      throw new AppError('forbidden', texts.thisIsForPeopleAToken)
    }
    const refusal = needs === 'self' ? null : refusalOf(rights.role, needs)
    if (refusal !== null) throw new AppError('forbidden', refusal)
    if (rights.routes !== null && !rights.routes.includes(operation)) {
      throw new AppError('forbidden', texts.thisTokenIsLimitedToSome(operation))
    }
    next()
  }
}

function known(request: IncomingMessage) {
  const found = admitted.get(request)
  if (!found) throw new Error('This route is mounted before anyone was asked who they are.')
  return found
}

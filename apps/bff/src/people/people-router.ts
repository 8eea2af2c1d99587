import * as texts from '@goalkeeper/texts/server/people'
import { readLayout, saveLayout } from '@goalkeeper/contract/layout'
import {
  endPersonSessions,
  endSession,
  listPeople,
  listSessions,
  type Me,
  type Person,
  readMe,
  savePerson,
  signOut,
} from '@goalkeeper/contract/people'
import { Router } from 'express'
import type { Database } from '#bff/database/connect.ts'
import type { Events } from '#bff/events/events.ts'
import { AppError } from '#bff/http/app-error.ts'
import { type Caller, type Rights } from '#bff/http/caller.ts'
import { endpoint } from '#bff/http/endpoint.ts'
import type { SignIn } from '#bff/sign-in-config.ts'
import type { Entrance } from './entrance.ts'
import { readLayoutOf, storeLayout } from './layout-store.ts'
import type { Record, UsersByEmail } from './people.ts'
import { changePeople, readPeople, readPerson, type StoredPerson, storeRole, storeScope } from './person-store.ts'
import { roleOf } from './roles.ts'
import type { Scopes } from './scopes.ts'
import type { SessionStore } from './session-store.ts'
import type { TokenStore } from './token-store.ts'

type Parts = {
  database: Database
  signIn: SignIn
  entrance: Entrance
  sessions: SessionStore
  tokens: TokenStore
  usersByEmail: UsersByEmail
  scopes: Scopes
  events: Events
  record: Record
}

/** Who one is, one's sessions, and everyone else for an admin. */
export function createPeopleRouter(parts: Parts): Router {
  const { database, signIn, entrance, sessions, scopes, events, record } = parts
  const router = Router()
  const personOfCaller = ({ actorId }: Caller) => actorId.replace(/^person:/, '')

  router.use(endpoint(readMe, ({ caller, rights }) => me(parts, caller, rights)))
  router.use(endpoint(readLayout, ({ caller }) => readLayoutOf(database, caller.actorId)))
  router.use(
    endpoint(saveLayout, async ({ body, caller }) => {
      await storeLayout(database, caller.actorId, body)
      return body
    }),
  )
  router.use(
    endpoint(listSessions, async ({ caller }) => {
      const own = signIn.kind === 'open' ? [] : await sessions.ofPerson(personOfCaller(caller))
      return {
        sessions: own.map((session) => ({
          id: session.id,
          startedAt: session.started_at,
          lastUsedAt: session.last_used_at,
          endsAt: session.ends_at,
          browser: session.browser,
          current: session.id === caller.session,
        })),
      }
    }),
  )
  router.use(
    endpoint(endSession, async ({ params, caller }) => {
      const ended = signIn.kind === 'open' ? 0 : await sessions.end(personOfCaller(caller), params.id)
      if (ended === 0) throw new AppError('not-found', texts.youHaveNoSuchSessionOr)
      await record(caller, texts.endedASessionOfTheirOwn)
      events.emit({ type: 'people' })
      return { ended }
    }),
  )
  router.use(
    endpoint(signOut, async ({ caller, request, response }) => {
      const next = await entrance.leave(request, response)
      await record(caller, texts.signedOut)
      events.emit({ type: 'people' })
      return { next }
    }),
  )

  router.use(
    endpoint(listPeople, async () => ({ people: await shown(parts, await readPeople(database.db, entrance.issuer)) })),
  )
  router.use(
    endpoint(savePerson, async ({ params, body, caller }) => {
      await scopes.check(body.scope)
      const saved = await changePeople(database, async (transaction) => {
        const people = await readPeople(transaction, entrance.issuer)
        const before = known(people.find(({ id }) => id === params.id))
        const { role = before.role, scope = before.scope } = body
        const after = { ...before, role, scope }
        if (role !== before.role) mayBecome(before, after, people, signIn)
        await storeRole(transaction, before.id, role)
        await storeScope(transaction, before.id, scope)
        return { before, after }
      })
      const goals = await scopes.words(saved.after.scope)
      for (const words of wordsOf(saved.before, saved.after, goals)) await record(caller, words)
      events.emit({ type: 'people' })
      const [person] = await shown(parts, [saved.after])
      return person as Person
    }),
  )
  router.use(
    endpoint(endPersonSessions, async ({ params, caller }) => {
      const person = known(await readPerson(database, params.id))
      const ended = await sessions.end(person.id)
      await record(caller, texts.endedEverySessionOf(person.name))
      events.emit({ type: 'people' })
      return { ended }
    }),
  )
  return router
}

async function me(
  { database, signIn, sessions, tokens, usersByEmail }: Parts,
  caller: Caller,
  { role, scope }: Rights,
): Promise<Me> {
  const [kind, id = ''] = caller.actorId.split(':')
  const shared = { name: caller.actor, role, scope, signIn: signIn.kind, email: null, gainsightUser: null }
  if (kind === 'token') {
    const token = (await tokens.list()).find((each) => each.id === id)
    return { ...shared, kind, id, endsAt: token?.expiresAt ?? null }
  }
  if (signIn.kind === 'open') return { ...shared, kind: 'person', id, endsAt: null }
  const person = known(await readPerson(database, id))
  const session = (await sessions.ofPerson(id)).find((each) => each.id === caller.session)
  const users = await usersByEmail(person.email === null ? [] : [person.email])
  return {
    ...shared,
    kind: 'person',
    id,
    email: person.email,
    gainsightUser: users.get(person.email?.toLowerCase() ?? '') ?? null,
    endsAt: session?.ends_at ?? null,
  }
}

async function shown({ signIn, sessions, usersByEmail }: Parts, people: StoredPerson[]): Promise<Person[]> {
  const users = await usersByEmail(people.flatMap(({ email }) => email ?? []))
  const counts = await sessions.counts()
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    email: person.email,
    ...roleOf(person, signIn),
    scope: person.scope,
    gainsightUser: users.get(person.email?.toLowerCase() ?? '') ?? null,
    firstSeenAt: person.first_seen_at,
    lastSeenAt: person.last_seen_at,
    sessions: counts.get(person.id) ?? 0,
  }))
}

/** Refuses what would leave nobody who can give roles, and what the configuration decides. */
function mayBecome(before: StoredPerson, after: StoredPerson, people: StoredPerson[], signIn: SignIn): void {
  if (roleOf(before, signIn).roleFrom === 'configuration') {
    throw new AppError('conflict', texts.theConfigurationMakesAnAdmin(before.name))
  }
  const isAdmin = (person: StoredPerson) => roleOf(person, signIn).role === 'admin'
  if (!isAdmin(before) || isAdmin(after)) return
  if ('firstAdmin' in signIn && signIn.firstAdmin !== null) return
  if (people.some((person) => person.id !== before.id && isAdmin(person))) return
  throw new AppError('conflict', texts.isTheLastAdminMakeSomebody(before.name))
}

/** A sentence for each thing that is another than before. */
function wordsOf(before: StoredPerson, after: StoredPerson, goals: string): string[] {
  const role =
    after.role === null ? texts.tookBackTheRoleGivenTo(after.name) : texts.gaveTheRole(after.name, after.role)
  const isSameScope = JSON.stringify(before.scope) === JSON.stringify(after.scope)
  return [...(before.role === after.role ? [] : [role]), ...(isSameScope ? [] : [texts.letSee(after.name, goals)])]
}

function known(person: StoredPerson | undefined): StoredPerson {
  if (person) return person
  throw new AppError('not-found', texts.thereIsNoSuchPerson)
}

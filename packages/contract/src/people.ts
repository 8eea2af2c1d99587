import { filterTreeSchema } from '@goalkeeper/filter/tree'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { roles } from './policy.ts'

export const roleSchema = z.enum(roles)

/** Which goals somebody sees: those that pass a filter, in which `@me` is their Gainsight user; null: all. An admin sees all. */
export const scopeSchema = filterTreeSchema.nullable()

/** The usual scope: the goals of companies whose CSM one is. */
export const ownCompanies = { field: 'CompanyId__gr.Csm', op: 'EQ', value: ['@me'] } as const

/** How people come in: nobody is asked (the sandbox), by a launch link, by OpenID Connect, or as a reverse proxy says. */
export const signInKinds = ['open', 'launch-link', 'provider', 'proxy'] as const

/** Who asks, and what they may. */
export const meSchema = z.object({
  kind: z.enum(['person', 'token']),
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema.nullable(),
  scope: scopeSchema,
  /** The Gainsight user of the same e-mail address: who `@me` is in filters. */
  gainsightUser: z.object({ gsid: z.string(), name: z.string() }).nullable(),
  signIn: z.enum(signInKinds),
  /** When this session ends however much it is used. Epoch milliseconds; null when it does not. */
  endsAt: z.number().nullable(),
})
export type Me = z.infer<typeof meSchema>

export const readMe = endpoint({
  method: 'GET',
  path: '/api/me',
  needs: 'self',
  summary: 'Who asks, and their role.',
  result: meSchema,
})

export const sessionSchema = z.object({
  id: z.string(),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  lastUsedAt: z.number(),
  endsAt: z.number(),
  /** Browser and system in words, as the browser names itself. */
  browser: z.string(),
  current: z.boolean(),
})
export type Session = z.infer<typeof sessionSchema>

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/sessions',
  needs: 'self',
  summary: 'My sessions, newest first.',
  result: z.object({ sessions: z.array(sessionSchema) }),
})

export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/sessions/:id',
  needs: 'self',
  summary: 'Ends one of my sessions.',
  params: z.object({ id: z.uuid() }),
  result: z.object({ ended: z.number() }),
})

export const signOut = endpoint({
  method: 'POST',
  path: '/api/sign-out',
  needs: 'self',
  summary: 'Ends this session. `next` is where the provider ends its own; null when it has no such address.',
  result: z.object({ next: z.string().nullable() }),
})

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema.nullable(),
  /** Who gave the role: an admin here, a claim of the provider, or the configuration, which names the first admin. */
  roleFrom: z.enum(['admin', 'claim', 'configuration', 'nobody']),
  scope: scopeSchema,
  gainsightUser: z.object({ gsid: z.string(), name: z.string() }).nullable(),
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
  sessions: z.number(),
})
export type Person = z.infer<typeof personSchema>

const personParams = z.object({ id: z.uuid() })

export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  needs: 'people',
  summary: 'Everyone who has signed in, by name.',
  result: z.object({ people: z.array(personSchema) }),
})

export const savePerson = endpoint({
  method: 'PUT',
  path: '/api/people/:id',
  needs: 'people',
  summary:
    'Gives a person a role (null: the one of the provider again), or other goals to see. What is left out stays. The last admin stays one.',
  params: personParams,
  body: z.strictObject({ role: roleSchema.nullable().optional(), scope: scopeSchema.optional() }),
  result: personSchema,
})

export const endPersonSessions = endpoint({
  method: 'DELETE',
  path: '/api/people/:id/sessions',
  needs: 'people',
  summary: 'Ends every session of a person.',
  params: personParams,
  result: z.object({ ended: z.number() }),
})

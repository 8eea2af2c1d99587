import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { scopeSchema } from './people.ts'

/** A token's role; none of them can manage the connection, people or tokens. */
export const tokenRoles = ['viewer', 'editor', 'operator'] as const

/** A script's way in, without its secret. Times are epoch milliseconds. */
export const tokenSchema = z.object({
  id: z.string(),
  /** Stands beside every change that the script makes. */
  name: z.string(),
  role: z.enum(tokenRoles),
  /** Operation ids of the OpenAPI description, such as `queryGoals` or `gateway.updateGoal`; null: all that the role may. */
  routes: z.array(z.string()).nullable(),
  scope: scopeSchema,
  createdBy: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  lastUsedAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
})
export type Token = z.infer<typeof tokenSchema>

export const listTokens = endpoint({
  method: 'GET',
  path: '/api/tokens',
  needs: 'tokens',
  summary: 'Tokens for scripts: those that work first, then those that are over.',
  result: z.object({ tokens: z.array(tokenSchema) }),
})

export const longestTokenDays = 366

export const createToken = endpoint({
  method: 'POST',
  path: '/api/tokens',
  needs: 'tokens',
  summary: 'Makes a token. `secret` is told this once and stored hashed: `Authorization: Bearer <secret>`.',
  body: z.strictObject({
    name: z.string().trim().min(1).max(80),
    role: z.enum(tokenRoles),
    routes: z.array(z.string().max(80)).min(1).max(100).nullable().default(null),
    scope: scopeSchema.default(null),
    days: z.int().min(1).max(longestTokenDays),
  }),
  result: z.object({ token: tokenSchema, secret: z.string() }),
})

export const revokeToken = endpoint({
  method: 'DELETE',
  path: '/api/tokens/:id',
  needs: 'tokens',
  summary: 'Revokes a token: it is refused from now on.',
  params: z.object({ id: z.uuid() }),
  result: tokenSchema,
})

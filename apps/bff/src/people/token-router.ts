import { endpoints } from '@goalkeeper/contract/endpoints'
import { plainOperations } from '@goalkeeper/contract/plain-operations'
import { createToken, listTokens, revokeToken } from '@goalkeeper/contract/tokens'
import { tenantRoutes } from '@goalkeeper/gainsight/routes'
import { Router } from 'express'
import type { Events } from '#bff/events/events.ts'
import { AppError } from '#bff/http/app-error.ts'
import { endpoint } from '#bff/http/endpoint.ts'
import type { Record } from './people.ts'
import type { Scopes } from './scopes.ts'
import type { TokenStore } from './token-store.ts'

const operations = new Set<string>([
  ...Object.keys(endpoints),
  ...Object.keys(plainOperations),
  ...Object.keys(tenantRoutes).map((name) => `gateway.${name}`),
])

type Parts = { tokens: TokenStore; scopes: Scopes; events: Events; record: Record }

/** Tokens for scripts, as an admin makes and revokes them. */
export function createTokenRouter({ tokens, scopes, events, record }: Parts): Router {
  const router = Router()
  router.use(endpoint(listTokens, async () => ({ tokens: await tokens.list() })))
  router.use(
    endpoint(createToken, async ({ body, caller }) => {
      const unknown = body.routes?.filter((name) => !operations.has(name)) ?? []
      if (unknown.length > 0) {
        const which = `There is no call of the name ${unknown.join(', ')}.`
        throw new AppError('invalid', 'The token names a call that there is not.', { fields: { routes: which } })
      }
      await scopes.check(body.scope)
      const made = await tokens.create({ ...body, createdBy: caller.actor })
      const goals = body.scope ? `, which sees ${await scopes.words(body.scope)}` : ''
      await record(caller, `Made the token ${body.name} with the role ${body.role}${goals}.`)
      events.emit({ type: 'people' })
      return made
    }),
  )
  router.use(
    endpoint(revokeToken, async ({ params, caller }) => {
      const token = await tokens.revoke(params.id)
      if (!token) throw new AppError('not-found', 'There is no such token.')
      await record(caller, `Revoked the token ${token.name}.`)
      events.emit({ type: 'people' })
      return token
    }),
  )
  return router
}

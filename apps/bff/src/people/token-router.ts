import * as texts from '@goalkeeper/texts/server/people'
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
        const which = texts.thereIsNoCallOfThe(unknown.join(', '))
        throw new AppError('invalid', texts.theTokenNamesACallThat, { fields: { routes: which } })
      }
      await scopes.check(body.scope)
      const made = await tokens.create({ ...body, createdBy: caller.actor })
      const goals = body.scope ? texts.whichSees(await scopes.words(body.scope)) : ''
      await record(caller, texts.madeTheTokenWithTheRole(body.name, body.role, goals))
      events.emit({ type: 'people' })
      return made
    }),
  )
  router.use(
    endpoint(revokeToken, async ({ params, caller }) => {
      const token = await tokens.revoke(params.id)
      if (!token) throw new AppError('not-found', texts.thereIsNoSuchToken)
      await record(caller, texts.revokedTheToken(token.name))
      events.emit({ type: 'people' })
      return token
    }),
  )
  return router
}

import * as contract from '@goalkeeper/contract/views'
import { Router } from 'express'
import { endpoint } from '#bff/http/endpoint.ts'
import type { LinkDesk } from './link-desk.ts'

/** List links: /api/links. */
export function createLinksRouter(links: LinkDesk): Router {
  return Router()
    .use(endpoint(contract.listLinks, async (asker) => ({ links: await links.list(asker) })))
    .use(endpoint(contract.createLink, ({ body, ...asker }) => links.create(asker, body)))
    .use(endpoint(contract.readLink, ({ params, ...asker }) => links.read(asker, params.id)))
    .use(
      endpoint(contract.deleteLink, async ({ params, ...asker }) => {
        await links.remove(asker, params.id)
        return { deleted: true as const }
      }),
    )
}

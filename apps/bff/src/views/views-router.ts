import * as contract from '@goalkeeper/contract/views'
import { Router } from 'express'
import { endpoint } from '#bff/http/endpoint.ts'
import type { ViewDesk } from './view-desk.ts'

/** Views: /api/views, /api/view-tabs. */
export function createViewsRouter(views: ViewDesk): Router {
  return Router()
    .use(endpoint(contract.listViews, (asker) => views.list(asker)))
    .use(endpoint(contract.createView, ({ body, ...asker }) => views.create(asker, body)))
    .use(endpoint(contract.saveView, ({ params, body, ...asker }) => views.save(asker, params.id, body)))
    .use(
      endpoint(contract.deleteView, async ({ params, ...asker }) => {
        await views.remove(asker, params.id)
        return { deleted: true as const }
      }),
    )
    .use(endpoint(contract.saveViewTabs, ({ body, ...asker }) => views.saveTabs(asker, body)))
}

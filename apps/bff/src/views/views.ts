import type { Router } from 'express'
import { Router as createRouter } from 'express'
import type { Activity } from '#bff/activity/activity.ts'
import type { Database } from '#bff/database/connect.ts'
import type { Events } from '#bff/events/events.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import { createLinkDesk } from './link-desk.ts'
import { createLinkStore } from './link-store.ts'
import { createLinksRouter } from './links-router.ts'
import { createViewDesk } from './view-desk.ts'
import { createViewStore } from './view-store.ts'
import { createViewsRouter } from './views-router.ts'

/** What views ask of the other rooms. */
export type ViewsNeeds = {
  database: Database
  goalIndex: Pick<GoalIndex, 'query' | 'sights' | 'frozenLists'>
  events: Pick<Events, 'emit'>
  /** Keeps for good what somebody did here. */
  record: Activity['record']
  now?: () => number
}

/** Views of the list of goals, how they stand above each person's own, and short links to a list. */
export type ViewsRoom = { router: Router }

export function createViews(needs: ViewsNeeds): ViewsRoom {
  const { database, now = Date.now } = needs
  const views = createViewDesk({ ...needs, store: createViewStore(database, now) })
  const links = createLinkDesk({ ...needs, store: createLinkStore(database, now) })
  return { router: createRouter().use(createViewsRouter(views)).use(createLinksRouter(links)) }
}

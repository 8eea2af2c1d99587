import type { Migration } from 'kysely/migration'
import * as store from './migrations/000-store.ts'
import * as connection from './migrations/010-connection.ts'
import * as catalogue from './migrations/020-catalogue.ts'
import * as goalIndex from './migrations/030-goal-index.ts'
import * as gateway from './migrations/040-gateway.ts'
import * as goalFilters from './migrations/050-goal-filters.ts'
import * as people from './migrations/060-people.ts'
import * as activity from './migrations/070-activity.ts'
import * as scopes from './migrations/080-scopes.ts'
import * as changes from './migrations/090-changes.ts'
import * as imports from './migrations/100-imports.ts'
import * as reviews from './migrations/110-reviews.ts'
import * as linkedFields from './migrations/120-linked-fields.ts'
import * as views from './migrations/130-views.ts'
import * as layout from './migrations/140-layout.ts'
import * as search from './migrations/150-search.ts'
import * as overview from './migrations/160-overview.ts'
import * as goalSearches from './migrations/170-goal-searches.ts'
import * as shortPendingLists from './migrations/180-short-pending-lists.ts'
import * as listOrder from './migrations/190-list-order.ts'
import * as ownIndexes from './migrations/200-own-indexes.ts'

/** Every migration by its name; they run in the order of their names. Each room's owner writes its own. */
export const migrations: Record<string, Migration> = {
  '000-store': store,
  '010-connection': connection,
  '020-catalogue': catalogue,
  '030-goal-index': goalIndex,
  '040-gateway': gateway,
  '050-goal-filters': goalFilters,
  '060-people': people,
  '070-activity': activity,
  '080-scopes': scopes,
  '090-changes': changes,
  '100-imports': imports,
  '110-reviews': reviews,
  '120-linked-fields': linkedFields,
  '130-views': views,
  '140-layout': layout,
  '150-search': search,
  '160-overview': overview,
  '170-goal-searches': goalSearches,
  '180-short-pending-lists': shortPendingLists,
  '190-list-order': listOrder,
  '200-own-indexes': ownIndexes,
}

import type { ActivityTables } from '#bff/activity/tables.ts'
import type { CatalogueTables } from '#bff/catalogue/tables.ts'
import type { ChangeTables } from '#bff/changes/tables.ts'
import type { ConnectionTables } from '#bff/connection/tables.ts'
import type { GatewayTables } from '#bff/gateway/tables.ts'
import type { GoalIndexTables } from '#bff/goal-index/tables.ts'
import type { ImportTables } from '#bff/imports/tables.ts'
import type { PeopleTables } from '#bff/people/tables.ts'
import type { ReviewTables } from '#bff/reviews/tables.ts'
import type { ViewTables } from '#bff/views/tables.ts'
import type { StoreTables } from './tables.ts'

/** Every table of the store, as the rooms describe their own. */
export type Schema = StoreTables &
  ConnectionTables &
  CatalogueTables &
  GoalIndexTables &
  GatewayTables &
  PeopleTables &
  ActivityTables &
  ChangeTables &
  ImportTables &
  ReviewTables &
  ViewTables

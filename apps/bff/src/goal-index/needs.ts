import type { Logger } from 'pino'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { Config } from '#bff/config.ts'
import type { Connection } from '#bff/connection/connection.ts'
import type { Database } from '#bff/database/connect.ts'
import type { Events } from '#bff/events/events.ts'
import type { Gateway } from '#bff/gateway/gateway.ts'

/** What the goal index asks of the other rooms. */
export type GoalIndexNeeds = {
  database: Database
  gateway: Pick<Gateway, 'read' | 'pendingWrites' | 'listWrites'>
  catalogue: Pick<
    Catalogue,
    | 'fields'
    | 'hasAskedForFields'
    | 'statuses'
    | 'companies'
    | 'names'
    | 'usersByEmail'
    | 'linkedItems'
    | 'linkedProperties'
    | 'ensure'
    | 'learn'
    | 'onChanged'
  >
  connection: Pick<Connection, 'capabilities' | 'isProbed' | 'learn' | 'onChanged' | 'settings'>
  config: Pick<Config, 'limits' | 'syncIntervalSeconds'>
  events: Pick<Events, 'emit' | 'on'>
  log: Logger
  /** Epoch milliseconds. */
  now?: () => number
}

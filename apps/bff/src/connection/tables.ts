import type { ColumnType } from 'kysely'
import type { Meaning } from '@goalkeeper/contract/catalogue'
import type { Capability } from '@goalkeeper/contract/connection'

/** A jsonb column: read as the value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

/** One row per setting that an admin has saved, or that was worked out for them. */
export type ConnectionSettingTable = { name: string; value: Json<unknown> }

/** What was last found out about one thing. `value` holds what `Capabilities` needs of it. */
export type ConnectionCapabilityTable = {
  name: string
  state: Capability['state']
  found: string
  value: Json<unknown>
  /** Epoch milliseconds. */
  checked_at: number
}

/** What a status stands for, by the tenant's id where one is known and by its name otherwise. */
export type ConnectionMeaningTable = {
  name: string
  id: string | null
  meaning: Meaning
  sort_order: number
  color: string | null
}

/** Every write check that was begun. One without `finished_at` was cut short, and `before` says what to put back. */
export type ConnectionWriteCheckTable = {
  id: string
  gsid: string
  actor: string
  /** Epoch milliseconds. */
  started_at: number
  finished_at: number | null
  passed: boolean | null
  /** The goal as it was: see write-check/goal-state.ts. */
  before: Json<unknown>
  /** The steps as they were told. */
  steps: Json<unknown>
}

export type ConnectionTables = {
  connection_setting: ConnectionSettingTable
  connection_capability: ConnectionCapabilityTable
  connection_meaning: ConnectionMeaningTable
  connection_write_check: ConnectionWriteCheckTable
}

import type { ColumnType } from 'kysely'
import type { Meaning } from '@goalkeeper/contract/catalogue'
import type { Capability } from '@goalkeeper/contract/status'

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

/** Every write check that was begun. One without `finished_at` has something to put back, which `plan` tells. */
export type ConnectionWriteCheckTable = {
  id: string
  gsid: string
  actor: string
  /** Epoch milliseconds. */
  started_at: number
  /** Some process is at it, unless that process was killed. */
  running: boolean
  finished_at: number | null
  passed: boolean | null
  /** What it touches and what that was before: write-check/check-plan.ts. */
  plan: Json<unknown>
  /** The steps as they were told. */
  steps: Json<unknown>
}

export type ConnectionTables = {
  connection_setting: ConnectionSettingTable
  connection_capability: ConnectionCapabilityTable
  connection_meaning: ConnectionMeaningTable
  connection_write_check: ConnectionWriteCheckTable
}

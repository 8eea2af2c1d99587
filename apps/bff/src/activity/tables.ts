import type { Screen } from '@goalkeeper/contract/screens'
import type { Generated } from 'kysely'

/** What people did apart from changing goals, and writes that changed nothing. Never changed, never deleted. */
export type ActivityDeedTable = {
  id: Generated<number>
  kind: 'write' | 'deed'
  /** Epoch milliseconds. */
  at: number
  actor: string
  /** Null of a write from before ids were kept. */
  actor_id: string | null
  screen: Screen | null
  words: string
  gsid: string | null
}

export type ActivityTables = { activity_deed: ActivityDeedTable }

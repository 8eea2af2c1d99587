import type { Status } from '@goalkeeper/contract/catalogue'
import type { GoalPreview } from '#bff/changes/preview-goal.ts'
import type { Capabilities } from '#bff/connection/capabilities.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'
import type { Known } from '#bff/goal-index/goal-update.ts'
import type { Parent } from './parents.ts'
import type { ReadContext, Reading } from './read-row.ts'

/** What rows are checked against. */
export type CheckContext = ReadContext & {
  statuses: readonly Status[]
  capabilities: Capabilities
  /** The companies of which each gets the goals of the rows; null: the rows say it. */
  companies: string[] | null
}

/** What is known of goals that rows may mean. */
export type Answers = {
  goals: Map<string, GoalSnapshot>
  /** Goals by name and parent that whoever imports sees. */
  named: Map<string, string[]>
  /** The same with all that nobody may take for new, seen or not. */
  there: Map<string, string[]>
  /** Why a goal of a key is not to be created now. */
  pending: Map<string, string>
  linkedItems: Known['linkedItems']
}

/** What a row makes of a goal. */
export type Made = Pick<GoalPreview, 'differences' | 'before' | 'notUndoable'> & { body: object | null }

/** A row that is read, for one goal. */
export type Plan = { reading: Reading; place: number; parent: Parent | null; key: string | null }

export const nothingMade: Made = { differences: [], body: null, before: {}, notUndoable: null }

/** The name that a row gives its goal; null: none. */
export function nameIn({ fields }: Pick<Reading, 'fields'>): string | null {
  const name = fields.get('Name')
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null
}

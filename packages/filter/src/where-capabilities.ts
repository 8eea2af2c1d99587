import type { Operator } from './tree.ts'

/** A name that the tenant may not filter by, the id field beside it, and every record that the name can come from. */
export type NamesBehind = { idField: string; records: readonly { id: string; name: string }[] }

/** What is known of how a tenant reads `where`. */
export type WhereCapabilities = {
  operators: ReadonlySet<Operator>
  /** How conditions may be joined: by AND; by AND or OR but one of them only; or both, with parentheses. */
  grammar: 'and' | 'single-connective' | 'full'
  /** Fields that goals can be filtered by. */
  fields: ReadonlySet<string>
  /** How an instant has to be written; null when it is not known, so that no condition on one is sent. */
  instants: 'epoch' | 'iso' | null
  /** By field, such as StatusName. Only complete lists belong here: a name that is missing is taken to be nobody's. */
  names: ReadonlyMap<string, NamesBehind>
}

import type { StoreTables } from './tables.ts'

/** Every table of the store, as the rooms describe their own. */
export type Schema = StoreTables

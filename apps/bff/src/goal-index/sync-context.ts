import type { Connection } from '#bff/connection/connection.ts'
import type { Database } from '#bff/database/connect.ts'
import type { Applied } from './apply-sightings.ts'
import type { GoalPage, GoalReader, PageRequest } from './goal-reader.ts'
import type { Occasion, Sighting } from './sighting.ts'
import type { SyncState } from './sync-state.ts'

/** What the jobs of the sync work with. */
export type SyncContext = {
  database: Database
  connection: Pick<Connection, 'capabilities'>
  /** Changed in place by the jobs; stored together with what they apply, or by `save`. */
  state: SyncState
  save: () => Promise<void>
  /** Takes over what another process has stored. */
  reload: () => Promise<void>
  now: () => number
  /** Whether it is known what the tenant can do, and which fields its goals have. */
  isTenantKnown: () => Promise<boolean>
  select: GoalReader['select']
  /** In the sync's lane. */
  readPage: (request: PageRequest) => Promise<GoalPage>
  /** Takes goals into the index, stores the state with them, and tells the screens. */
  apply: (sightings: Sighting[], occasion: Pick<Occasion, 'askedAt' | 'sweep' | 'agreedAt'>) => Promise<Applied>
  /** Takes goals out of the index that the tenant no longer has. */
  remove: (gsids: string[], at: number) => Promise<void>
}

/** The page size to ask for: what the tenant was seen to give, unless it has refused that since. */
export function pageSizeOf({ connection, state }: Pick<SyncContext, 'connection' | 'state'>): number {
  return Math.max(1, Math.min(connection.capabilities().pageMaximum, state.pageLimit ?? Number.POSITIVE_INFINITY))
}

/** Page sizes to go down to when one is refused. */
const pageSizes = [1000, 500, 200, 100, 50, 25, 10, 5, 2, 1]

/** The next smaller page than one that was refused; throws the refusal when there is none. */
export function smallerPage(refusedSize: number, refusal: unknown): number {
  const smaller = pageSizes.find((size) => size < refusedSize)
  if (smaller === undefined) throw refusal
  return smaller
}

import type { ServerEvent } from '@goalkeeper/contract/events'
import type { CatalogueChange } from '#bff/catalogue/catalogue.ts'
import { type Applied, applySightings, type Guard } from './apply-sightings.ts'
import { removeGoals } from './goal-statements.ts'
import { countAll } from './goals-known.ts'
import { createTurns } from '#bff/in-turn.ts'
import type { GoalIndexNeeds } from './needs.ts'
import { readUnresolved, refreshResolved } from './refresh-resolved.ts'
import { fillSearch } from './search-store.ts'
import type { Occasion, Sighting } from './sighting.ts'
import { createUpkeep } from './upkeep.ts'

/** More changed goals than this are not named one by one. */
const mostNamed = 200

/** Everything that changes the index, one at a time: names that came while a batch was written would be missing from it. */
export type IndexWriter = {
  apply: (sightings: Sighting[], occasion: Occasion, guard?: Guard) => Promise<Applied>
  remove: (gsids: string[], at: number, guard?: Guard) => Promise<void>
  refresh: (change: CatalogueChange) => Promise<void>
  /** Looks for names that are missing though they are known, and lets the store tidy up. */
  tidy: () => Promise<void>
  /** Goals in the index. */
  goals: () => number
  /** Counts them anew: another process may have changed the index. */
  recount: () => Promise<void>
}

type Parts = Pick<GoalIndexNeeds, 'database' | 'catalogue' | 'gateway' | 'events'> & {
  onChanged: (gsids: readonly string[]) => void
  onTidied: () => Promise<void>
}

export function createIndexWriter({ database, catalogue, gateway, events, onChanged, onTidied }: Parts): IndexWriter {
  const inTurn = createTurns()
  const upkeep = createUpkeep(database)
  let goals = 0

  /** At once: until then what is kept of goals in memory is as they were. */
  const written = (gsids: readonly string[]) => {
    if (gsids.length > 0) onChanged(gsids)
  }

  const tell = (gsids: string[], all = gsids.length > mostNamed) => {
    if (gsids.length === 0 && !all) return
    const event: ServerEvent = { type: 'goals', gsids: all ? [] : gsids, all }
    events.emit(event)
  }

  const refresh = (change: CatalogueChange) =>
    inTurn(async () => {
      const changed = await refreshResolved(database, catalogue, change, written)
      if (changed === 0) return
      await upkeep.written(changed, goals)
      tell([], true)
    })

  return {
    apply: (sightings, occasion, guard) =>
      inTurn(async () => {
        if (sightings.length === 0) return { written: [], changes: 0, added: 0, seenTwice: 0 }
        const applied = await applySightings({ database, catalogue, gateway }, sightings, occasion, guard)
        written(applied.written)
        goals += applied.added
        await upkeep.written(applied.written.length, goals)
        tell(applied.written)
        return applied
      }),
    remove: (gsids, at, guard) =>
      inTurn(async () => {
        if (gsids.length === 0) return
        await database.db.transaction().execute(async (transaction) => {
          await guard?.(transaction)
          await removeGoals(transaction, gsids, at)
        })
        written(gsids)
        goals = await countAll(database)
        tell(gsids)
      }),
    refresh,
    async tidy() {
      const unresolved = await readUnresolved(database)
      await refresh(unresolved)
      // What was waiting to be read when a process ended would else wait for the next sweep.
      catalogue.ensure({ ctas: unresolved.ctas ?? [], plans: unresolved.plans ?? [] })
      await inTurn(() => fillSearch(database))
      await inTurn(upkeep.tidy)
      await onTidied()
    },
    goals: () => goals,
    async recount() {
      goals = await countAll(database)
    },
  }
}

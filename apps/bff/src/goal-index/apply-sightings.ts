import type { GoalChange } from '@goalkeeper/contract/goals'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { Database } from '#bff/database/connect.ts'
import { differencesBetween, isStampedAnew } from './differences.ts'
import { columnsOf, type GoalRow, recordOf } from './goal-row.ts'
import { type Known, readKnown, readRows, writeChanges, writeRows, writeSightings } from './goal-statements.ts'
import { type Resolve, resolverFor } from './resolved-names.ts'
import type { Sighting } from './sighting.ts'

/** How and when a batch of goals was seen. */
export type Occasion = {
  /** When the tenant was asked. What is known of a goal from a later moment stays as it is. Epoch milliseconds. */
  askedAt: number
  source: GoalChange['source']
  /** Who made the differences; without it the tenant's own stamp tells. */
  by?: string
  /** The sweep whose page this is. */
  sweep?: number
  /** Until when the index is known to have agreed with the tenant in whatever this batch shows. */
  agreedAt?: number | null
  /** A goal that is not known came into being, rather than being seen for the first time. */
  areUnknownNew: boolean
  /** Whether a field was asked for in earlier sightings too. */
  wasAsked: (field: string) => boolean
}

export type Applied = {
  /** Gsids of goals that were written, being new or other than before. */
  written: string[]
  added: number
  /** Goals that this sweep had already seen on another page. */
  seenTwice: number
}

export type GoalStore = { database: Database; catalogue: Pick<Catalogue, 'statuses' | 'companies' | 'names'> }

/**
 * Takes a batch of sightings into the index, in one transaction: writes the goals that are new or other than before, keeps
 * what differs, and notes when each was seen. The catalogue is asked first: an embedded store has a single connection, which
 * the transaction holds.
 */
export async function applySightings(
  { database, catalogue }: GoalStore,
  sightings: readonly Sighting[],
  occasion: Occasion,
): Promise<Applied> {
  const resolve = await resolverFor(
    sightings.map(({ said }) => said),
    catalogue,
  )
  return database.db.transaction().execute(async (transaction) => {
    const known = await readKnown(transaction, gsidsOf(sightings))
    const toMerge = sightings.filter((sighting) => isNews(sighting, known.get(sighting.gsid), occasion))
    const rows = await readRows(transaction, gsidsOf(toMerge.filter(({ gsid }) => known.has(gsid))))
    const outcomes = toMerge.flatMap((sighting) => {
      const { gsid } = sighting
      return (
        outcomeOf(sighting, { row: rows.get(gsid) ?? null, known: known.get(gsid) ?? null }, resolve, occasion) ?? []
      )
    })
    const written = outcomes.map(({ row }) => row.gsid)
    const inIndex = new Set([...known.keys(), ...written])
    await writeRows(
      transaction,
      outcomes.map(({ row }) => row),
    )
    await writeChanges(
      transaction,
      outcomes.flatMap(({ changes }) => changes),
    )
    await writeSightings(
      transaction,
      gsidsOf(sightings).filter((gsid) => inIndex.has(gsid)),
      occasion,
    )
    const { sweep } = occasion
    return {
      written,
      added: written.filter((gsid) => !known.has(gsid)).length,
      seenTwice: sweep === undefined ? 0 : [...known.values()].filter((each) => each.sweep === sweep).length,
    }
  })
}

const gsidsOf = (sightings: readonly Sighting[]): string[] => sightings.map(({ gsid }) => gsid)

function isNews({ hash }: Sighting, known: Known | undefined, { askedAt }: Occasion): boolean {
  return !known || (known.seenAt <= askedAt && (hash === null || known.hash !== hash))
}

type Before = { row: GoalRow | null; known: Known | null }
type Outcome = { row: GoalRow; changes: Omit<GoalChange, 'id'>[] }

function outcomeOf(sighting: Sighting, { row, known }: Before, resolve: Resolve, occasion: Occasion): Outcome | null {
  const before = row && recordOf(row)
  const after = sighting.merge(before)
  if (!after) return null
  const columns = columnsOf(after)
  const now: GoalRow = { ...columns, ...resolve(columns, row), hash: sighting.hash ?? '' }
  const differences = before
    ? differencesBetween(before, after, occasion.wasAsked)
    : occasion.areUnknownNew
      ? [{ field: 'Gsid', before: null, after: after.gsid }]
      : []
  const stampedBy = !before ? now.created_by_name : isStampedAnew(before, after) ? now.modified_by_name : null
  const sightedBy = {
    gsid: after.gsid,
    by: occasion.by ?? stampedBy,
    source: occasion.source,
    seenBefore: latest(known?.seenAt ?? null, occasion.agreedAt ?? null),
    seenAt: occasion.askedAt,
  }
  return { row: now, changes: differences.map((difference) => ({ ...difference, ...sightedBy })) }
}

function latest(one: number | null, other: number | null): number | null {
  return one !== null && other !== null ? Math.max(one, other) : (one ?? other)
}

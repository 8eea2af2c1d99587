import * as says from '@goalkeeper/texts/server/activity'
import type { ActivityEntry, ActivityFilter, activityKinds } from '@goalkeeper/contract/activity'
import { AppError } from '#bff/http/app-error.ts'
import type { Place, Source } from './source.ts'

/** Where entries come from, in the order in which those of one millisecond stand, oldest first. */
export type Sources = { kind: (typeof activityKinds)[number]; read: Source }[]

export type Page = { entries: ActivityEntry[]; next: string | null }

/** Entries of all sources that pass a filter, in one order, newest first. `after` is the id of the entry to go on from. */
export async function readPage(
  sources: Sources,
  filter: ActivityFilter,
  after: string | null,
  limit: number,
): Promise<Page> {
  const from = after === null ? null : placeOf(after)
  const found = await Promise.all(
    sources.map(async ({ kind, read }, rank) => {
      if (filter.kinds?.length && !filter.kinds.includes(kind)) return []
      // One more than wanted tells whether there are more.
      const entries = await read(filter, from && startOf(from, rank), limit + 1)
      return entries.map((entry) => ({ ...entry, id: `${entry.at}-${rank}-${entry.id}` }))
    }),
  )
  const merged = found.flat().toSorted((one, other) => (one.id < other.id ? 1 : -1))
  const entries = merged.slice(0, limit)
  return { entries, next: merged.length > limit ? (entries.at(-1)?.id ?? null) : null }
}

type Stand = { at: number; rank: number; id: string }

/** Ids are compared as texts: instants have thirteen digits until the year 2286, and numbers of rows sixteen. */
function placeOf(id: string): Stand {
  const parts = /^(\d{13})-([0-3])-(\d{16}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(id)
  if (!parts) throw new AppError('invalid', says.thatIsNoPlaceInActivity, { fields: { after: says.isNoNext } })
  const [, at = '', rank = '', own = ''] = parts
  return { at: Number(at), rank: Number(rank), id: own }
}

/** Where a source goes on from a place in the order of all: entries as old come later when their source does. */
function startOf({ at, rank, id }: Stand, ofSource: number): Place {
  if (ofSource === rank) return { at, id }
  return { at: ofSource < rank ? at + 1 : at, id: null }
}

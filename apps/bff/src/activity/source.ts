import type { ActivityEntry, ActivityFilter } from '@goalkeeper/contract/activity'

/** A place in a source's order, newest first. After it come entries that are older, or as old and of a lesser id; without an id only older ones. */
export type Place = { at: number; id: string | null }

/**
 * The entries of one room that pass a filter, newest first, after a place. Ids are unique and in order within the room.
 * A filter's `kinds` was looked at before.
 */
export type Source = (filter: ActivityFilter, after: Place | null, limit: number) => Promise<ActivityEntry[]>

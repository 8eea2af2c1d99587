import * as texts from '@goalkeeper/texts/server/goals'
import { z } from 'zod'
import type { Database } from '#bff/database/connect.ts'
import type { Schema } from '#bff/database/schema.ts'
import type { Kysely } from 'kysely'
import { partSchema } from './sweep-parts.ts'

const instant = z.number().nullable().default(null)

/** A reading of all goals that is under way. */
const sweepSchema = z.object({
  number: z.number(),
  startedAt: z.number(),
  /** Fields and page size of all its pages: with other ones it begins anew. */
  select: z.array(z.string()),
  pageSize: z.number(),
  /** What is still to be read; the first part is being read, at `page`. */
  parts: z.array(partSchema),
  page: z.number(),
  /** Each part has to fit on one short page, because the pages of a longer one do not stand still. */
  isSplit: z.boolean(),
  /** How instants are written in its filters, while nobody knows how this tenant takes them. */
  instantForm: z.enum(['epoch', 'iso']),
  /** Pages to read again at the end, with a print of the goals that were on them. */
  samples: z.array(z.object({ part: partSchema, page: z.number(), print: z.string() })),
  calls: z.number(),
  /** How many goals it did not see and asked for by Gsid. */
  confirmed: z.number(),
  /** It was interrupted, and the page that it goes on with may have been read before. */
  isResumed: z.boolean(),
  /** Why it cannot be sure to have seen every goal, in sentences. */
  doubts: z.array(z.string()),
})
export type Sweep = z.infer<typeof sweepSchema>

const stateSchema = z.object({
  sweep: sweepSchema.nullable().default(null),
  sweeps: z.number().default(0),
  /** Calls of the last sweep that came to its end. */
  sweepCalls: z.number().nullable().default(null),
  sweptAt: instant,
  /** When the last sweep ended that proved to have seen every goal. */
  completedAt: instant,
  incompleteBecause: z.string().nullable().default(texts.theFirstReadingOfAllGoals),
  /** The tenant's largest ModifiedDate up to which all changes are in the index; by the tenant's clock. */
  watermark: instant,
  watermarkMovedAt: z.number().default(0),
  incrementCalls: z.number().default(1),
  /** When the last increment was asked for. */
  incrementAt: z.number().default(0),
  /** Until when increments are left alone, because what came did not agree with what was asked for. */
  noIncrementsUntil: z.number().default(0),
  /** When the index was last known to agree with the tenant. */
  agreedAt: instant,
  answeredAt: instant,
  /** Pages of the whole list have been seen to move. */
  isOrderUnstable: z.boolean().default(false),
  /** The largest page that came, and the size that the tenant is known to refuse or to cut down. */
  largestPage: z.number().default(0),
  pageLimit: z.number().nullable().default(null),
  /** Fields that the fetch refuses to select or to filter by, with when it did. */
  refusedSelects: z.record(z.string(), z.number()).default({}),
  refusedFilters: z.record(z.string(), z.number()).default({}),
  /** Fields that every goal in the index has been asked for. */
  knownFields: z.array(z.string()).default([]),
})
export type SyncState = z.infer<typeof stateSchema>

export const initialSyncState = (): SyncState => stateSchema.parse({})

/** What the sync remembered; the beginning where it remembers nothing, or nothing that this version can read. */
export async function loadSyncState({ db }: Database): Promise<SyncState> {
  const row = await db.selectFrom('goal_sync').select('state').where('id', '=', 1).executeTakeFirst()
  const parsed = stateSchema.safeParse(row?.state ?? {})
  return parsed.success ? parsed.data : initialSyncState()
}

/** Takes a transaction too, to be stored together with what it tells of. */
export async function saveSyncState(db: Kysely<Schema>, state: SyncState): Promise<void> {
  const stored = JSON.stringify(state)
  await db
    .insertInto('goal_sync')
    .values({ id: 1, state: stored })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ state: stored }))
    .execute()
}

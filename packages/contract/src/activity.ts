import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { fieldValueSchema } from './goals.ts'
import { screenSchema } from './screens.ts'

/**
 * Something that happened. `change`: a field of a goal is another than before, through Goalkeeper or found by a sync.
 * `write`: a write through Goalkeeper that changed nothing or nobody knows what: refused, cancelled, unknown.
 * `deed`: what people do here apart from goals: sign-ins, roles, tokens, settings, stop-all.
 */
export const activityKinds = ['change', 'write', 'deed'] as const

export const activityEntrySchema = z.object({
  /** Unique among all entries, and in their order. */
  id: z.string(),
  kind: z.enum(activityKinds),
  /** When it was seen or done. Epoch milliseconds. */
  at: z.number(),
  /** A change that a sync found happened after this; null when it is known exactly, or not at all. */
  notBefore: z.number().nullable(),
  /** Who, as Goalkeeper knows them or as Gainsight states it; null when nobody says. */
  actor: z.string().nullable(),
  /** `person:…` or `token:…`; null for those whom only Gainsight knows. */
  actorId: z.string().nullable(),
  /** `goalkeeper`: through us. `gainsight`: found by a sync. */
  through: z.enum(['goalkeeper', 'gainsight']),
  screen: screenSchema.nullable(),
  gsid: z.string().nullable(),
  goalName: z.string().nullable(),
  /** As in `goalChangeSchema`; null unless the kind is `change`. */
  field: z.string().nullable(),
  before: fieldValueSchema,
  after: fieldValueSchema,
  /** A sentence, unless the kind is `change`: "Refused: Status is not valid.", "Gave Ana Reyes the role editor." */
  words: z.string().nullable(),
})
export type ActivityEntry = z.infer<typeof activityEntrySchema>

/** Which entries are wanted; a missing key narrows nothing, and neither does an empty list. Times are epoch milliseconds, `until` is not included. */
export const activityFilterSchema = z.strictObject({
  kinds: z.array(z.enum(activityKinds)).optional(),
  through: z.enum(['goalkeeper', 'gainsight']).optional(),
  /** Names as the entries have them. */
  actors: z.array(z.string()).max(50).optional(),
  fields: z.array(z.string()).max(50).optional(),
  gsid: z.string().max(64).optional(),
  since: z.int().optional(),
  until: z.int().optional(),
})
export type ActivityFilter = z.infer<typeof activityFilterSchema>

export const queryActivity = endpoint({
  method: 'POST',
  path: '/api/activity/query',
  needs: 'read',
  summary: 'What happened, newest first: every write, every difference that a sync found, every deed.',
  body: z.strictObject({
    filter: activityFilterSchema.default({}),
    /** The `next` of the page before. */
    after: z.string().max(100).nullable().default(null),
    limit: z.int().min(1).max(500).default(100),
  }),
  result: z.object({ entries: z.array(activityEntrySchema), next: z.string().nullable() }),
})

export const listActors = endpoint({
  method: 'GET',
  path: '/api/activity/actors',
  needs: 'read',
  summary: 'Everyone who stands in Activity, by name.',
  result: z.object({ actors: z.array(z.string()) }),
})

/** The same entries as CSV, all of them, streamed: `filter` is the filter as JSON, in the query. */
export const activityExportPath = '/api/activity/export.csv'

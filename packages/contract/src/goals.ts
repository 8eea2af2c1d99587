import * as texts from '@goalkeeper/texts/contract'
import { isDay } from '@goalkeeper/filter/dates'
import { filterTreeSchema } from '@goalkeeper/filter/tree'
import { updateGoalRequestSchema } from '@goalkeeper/gainsight/goal-update'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { linkedItemSchema } from './catalogue.ts'
import { screenSchema } from './screens.ts'
import { writeSchema } from './writes.ts'

/** A search holds at most so many characters. */
export const longestSearch = 200

/** What a field of a goal can hold here. Dates are YYYY-MM-DD, instants epoch milliseconds, several labels an array. */
export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export type FieldValue = z.infer<typeof fieldValueSchema>

/** A text that a search found words in, or the part of it around them; `marks` are the parts from one character up to another. */
export const foundPlaceSchema = z.object({
  field: z.string(),
  /** What the field is called. */
  label: z.string(),
  text: z.string(),
  marks: z.array(z.tuple([z.int(), z.int()])),
})
export type FoundPlace = z.infer<typeof foundPlaceSchema>

/** Words to look for in names and descriptions (docs/filter.md). */
export const searchTextSchema = z.string().max(longestSearch)

/** A goal as lists show it: every selected field by its name; a missing key was not selected, null is empty. */
export const goalRowSchema = z.object({
  gsid: z.string(),
  fields: z.record(z.string(), fieldValueSchema),
  /** Gsids of associated CTAs and success plans. */
  CTA: z.array(z.string()),
  SP: z.array(z.string()),
  /** The newest write through Goalkeeper that is not settled yet. */
  write: z.object({ id: z.string(), state: z.enum(['waiting', 'sent', 'unknown']) }).nullable(),
  /** Where a search found it: in its name first, then wherever the words stand that its name lacks. Only with a search. */
  found: z.array(foundPlaceSchema).optional(),
})
export type GoalRow = z.infer<typeof goalRowSchema>

export const sortKeySchema = z.strictObject({ field: z.string(), direction: z.enum(['asc', 'desc']) })
export type SortKey = z.infer<typeof sortKeySchema>

export const goalQuerySchema = z.strictObject({
  filter: filterTreeSchema.nullable().default(null),
  /** Narrows to what these words find, however they are spelled. Without `sort` the best comes first. */
  search: searchTextSchema.optional(),
  sort: z.array(sortKeySchema).max(8).default([]),
  /** The field whose equal values stand together (dates by their month), above all sort keys; `queryGoalGroups` says how many there are of each. */
  group: sortKeySchema.nullable().optional(),
  offset: z.int().min(0).default(0),
  /** 0 to 500 rows; 0 asks for total and facets only. */
  limit: z.int().min(0).max(500).default(100),
  facets: z.array(z.string()).max(20).default([]),
  /** Fields wanted in the rows; without it every field but Description. */
  select: z.array(z.string()).max(200).optional(),
  /** The viewer's calendar date, by which TODAY and the due buckets are read. Without it the server's. */
  today: z.iso.date().refine(isDay, texts.mustBeADayOfThe).optional(),
})
export type GoalQuery = z.input<typeof goalQuerySchema>

/** A value with the number of goals that hold it, the conditions on the same field left out. `value` null means empty. */
export const facetBucketSchema = z.object({
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  label: z.string(),
  /** Tells two equal labels apart, such as two companies of one name. */
  hint: z.string().nullable(),
  count: z.number(),
})
export type FacetBucket = z.infer<typeof facetBucketSchema>

export const goalPageSchema = z.object({
  rows: z.array(goalRowSchema),
  total: z.number(),
  /** False while the index is not known to hold every goal. */
  exact: z.boolean(),
  /** Of how many goals nobody can tell whether they match: nothing is known (yet) of CTAs or plans that they link to. */
  undecided: z.number(),
  facets: z.record(z.string(), z.array(facetBucketSchema)),
  /** When the index was last known to agree with the tenant; null before the first answer. Epoch milliseconds. */
  asOf: z.number().nullable(),
})
export type GoalPage = z.infer<typeof goalPageSchema>

export const goalDetailSchema = goalRowSchema.extend({
  links: z.array(linkedItemSchema),
  asOf: z.number().nullable(),
  /** Writes of this goal that are not settled, oldest first. */
  writes: z.array(writeSchema),
})
export type GoalDetail = z.infer<typeof goalDetailSchema>

/** One difference of one field that a sync or a write of ours brought to light. */
export const goalChangeSchema = z.object({
  id: z.string(),
  gsid: z.string(),
  /** A field name, or CTA / SP for associations, or `Gsid` for a goal that appeared (before null) or left (after null). */
  field: z.string(),
  before: fieldValueSchema,
  after: fieldValueSchema,
  /** As Gainsight states it, or who wrote through Goalkeeper. */
  by: z.string().nullable(),
  source: z.enum(['sync', 'write']),
  /** Of a change through Goalkeeper: the write, `person:…` or `token:…`, and the screen; null for what a sync found. */
  writeId: z.string().nullable(),
  byId: z.string().nullable(),
  screen: screenSchema.nullable(),
  /** The change happened between these two sightings. Epoch milliseconds. */
  seenBefore: z.number().nullable(),
  seenAt: z.number(),
})
export type GoalChange = z.infer<typeof goalChangeSchema>

const gsidParams = z.object({ gsid: z.string().min(1).max(64) })

export const queryGoals = endpoint({
  method: 'POST',
  path: '/api/goals/query',
  needs: 'read',
  summary:
    'A window of the goals that match a filter and a search, sorted, with the exact total and facets. Costs no call to the tenant.',
  body: goalQuerySchema,
  result: goalPageSchema,
})

export const countGoals = endpoint({
  method: 'POST',
  path: '/api/goals/count',
  needs: 'read',
  summary:
    'How many goals each of several lists has; null for one whose filter cannot be run. Costs no call to the tenant.',
  body: z.strictObject({
    lists: z
      .array(z.strictObject({ filter: filterTreeSchema.nullable(), search: searchTextSchema.optional() }))
      .max(50),
    today: goalQuerySchema.shape.today,
  }),
  result: z.object({ counts: z.array(z.number().nullable()), exact: z.boolean() }),
})

export const readGoal = endpoint({
  method: 'GET',
  path: '/api/goals/:gsid',
  needs: 'read',
  summary:
    'One goal with its associations resolved. `fresh=1` reads it from the tenant first (one call). Carries an ETag.',
  params: gsidParams,
  query: z.object({ fresh: z.literal('1').optional() }),
  result: goalDetailSchema,
})

export const readGoalChanges = endpoint({
  method: 'GET',
  path: '/api/goals/:gsid/changes',
  needs: 'read',
  summary:
    'What is known to have changed on one goal, newest first, 1,000 at most; `before` is the id of the oldest one seen.',
  params: gsidParams,
  query: z.object({
    before: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional(),
  }),
  /** `more`: there are older ones. */
  result: z.object({ changes: z.array(goalChangeSchema), more: z.boolean() }),
})

/** A difference that is to be put back: what stands there now, and what stood there. Links are Gsids, statuses names. */
export const putBackItemSchema = z.object({
  /** As in `goalChangeSchema`, and StatusName in the place of StatusId: what a write calls it. */
  field: z.string(),
  now: fieldValueSchema,
  value: fieldValueSchema,
  /** Why it cannot be put back, in a sentence; null when it can. */
  problem: z.string().nullable(),
  /** Somebody changed it again since: who, as far as anybody says, and when it was seen. */
  movedOn: z.object({ by: z.string().nullable(), at: z.number() }).nullable(),
})
export type PutBackItem = z.infer<typeof putBackItemSchema>

export const previewPutBack = endpoint({
  method: 'POST',
  path: '/api/goals/:gsid/put-back',
  needs: 'read',
  summary:
    'How changes of a goal are put back, or the goal as it was at a moment: the update to send, and what stands in the way. Sends nothing.',
  params: gsidParams,
  body: z.union([
    /** Ids of changes of this goal. */
    z.strictObject({
      changes: z
        .array(z.string().regex(/^\d{1,15}$/))
        .min(1)
        .max(1_000),
    }),
    /** Epoch milliseconds: everything that was seen after it is put back. */
    z.strictObject({ at: z.int() }),
  ]),
  result: z.object({
    items: z.array(putBackItemSchema),
    /** The body of the update that puts back what can be; null when there is nothing to send. Send it with the ETag as If-Match. */
    request: updateGoalRequestSchema.nullable(),
    etag: z.string(),
  }),
})

export const printGoalsCall = endpoint({
  method: 'POST',
  path: '/api/goals/call',
  needs: 'read',
  summary:
    'The tenant call that fetches the goals of a filter, as far as this tenant can be asked for them. It is not made.',
  body: z.strictObject({
    filter: filterTreeSchema.nullable(),
    search: searchTextSchema.optional(),
    today: z.iso.date().optional(),
  }),
  result: z.object({
    call: z.object({ method: z.literal('POST'), path: z.string(), body: z.unknown() }),
    /** What the call leaves out, in a sentence each. */
    left: z.array(z.string()),
  }),
})

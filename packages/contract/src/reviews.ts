import { filterTreeSchema } from '@goalkeeper/filter/tree'
import { calendarDateSchema } from '@goalkeeper/gainsight/dates'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { goalChangeSchema, goalDetailSchema, searchTextSchema } from './goals.ts'

/** A review holds at most so many goals: more than anybody looks at one by one. */
export const mostReviewed = 5_000

/** A goal that somebody looks at is kept from the others for so long after they were last heard of. */
export const claimMinutes = 3

/** What was decided about a goal. An empty status or due date leaves it; keep says that it was looked at and stays as it is. */
export const decisionSchema = z.strictObject({
  kind: z.enum(['keep', 'change']),
  statusName: z.string().min(1).max(200).nullable().default(null),
  dueDate: calendarDateSchema.nullable().default(null),
  /** Where the review says so it is added to the goal's description; else it lives here only. */
  note: z.string().trim().max(10_000).default(''),
  flagged: z.boolean().default(false),
})
export type Decision = z.infer<typeof decisionSchema>

/** open: nobody has decided. looked-at: somebody has it before them. decided. gone: the goal left the tenant meanwhile. */
export const reviewStates = ['open', 'looked-at', 'decided', 'gone'] as const

export const reviewItemSchema = z.object({
  /** Its place in the queue, from 1: by CSM, company, due date. */
  place: z.number(),
  gsid: z.string(),
  name: z.string(),
  companyId: z.string().nullable(),
  companyName: z.string().nullable(),
  csm: z.string().nullable(),
  state: z.enum(reviewStates),
  decision: decisionSchema.nullable(),
  /** Who has decided, or has it before them. */
  by: z.string().nullable(),
  decidedAt: z.number().nullable(),
  /** How the decision was sent: the change set that holds it. */
  changeSet: z.string().nullable(),
})
export type ReviewItem = z.infer<typeof reviewItemSchema>

export const reviewSchema = z.object({
  id: z.string(),
  name: z.string(),
  filter: filterTreeSchema.nullable(),
  /** What its goals were searched by besides. */
  search: z.string().nullable(),
  /** Whether notes are added to the goal's description in Gainsight; else they stay in Goalkeeper. */
  notesToDescription: z.boolean(),
  createdBy: z.string(),
  createdAt: z.number(),
  /** The review that this one repeats: what changed since then is shown. */
  previous: z.string().nullable(),
  endedAt: z.number().nullable(),
  goals: z.number(),
  decided: z.number(),
  /** By what was decided, and by CSM. */
  byDecision: z.array(z.object({ label: z.string(), goals: z.number() })),
  byCsm: z.array(z.object({ csm: z.string().nullable(), goals: z.number(), decided: z.number() })),
  /** A segment of the bar for each company, in the order of the queue. */
  companies: z.array(
    z.object({
      companyId: z.string().nullable(),
      name: z.string().nullable(),
      csm: z.string().nullable(),
      goals: z.number(),
      decided: z.number(),
    }),
  ),
  /** People who have a goal before them now. */
  present: z.array(z.string()),
  /** Median seconds that a decision has taken so far; null before there are any. */
  secondsPerGoal: z.number().nullable(),
  /** Decisions that change something and were not sent yet. */
  unsent: z.number(),
})
export type Review = z.infer<typeof reviewSchema>

/** A goal of the queue with everything that is needed to decide. */
export const reviewGoalSchema = z.object({
  item: reviewItemSchema,
  goal: goalDetailSchema.nullable(),
  /** How often its due date was moved, as far as is known, and by how many days in all. */
  slips: z.object({ times: z.number(), days: z.number() }),
  /** What changed since the previous review of it, newest first; all that is known when there was none. */
  changes: z.array(goalChangeSchema),
  /** Other goals of its company. */
  others: z.array(
    z.object({ gsid: z.string(), name: z.string(), statusName: z.string().nullable(), dueDate: z.string().nullable() }),
  ),
  /** Notes of earlier reviews, newest first. */
  notes: z.array(z.object({ review: z.string(), by: z.string(), at: z.number(), note: z.string() })),
})
export type ReviewGoal = z.infer<typeof reviewGoalSchema>

const idParams = z.object({ id: z.uuid() })
const goalParams = z.object({ id: z.uuid(), gsid: z.string().min(1).max(64) })

export const createReview = endpoint({
  method: 'POST',
  path: '/api/reviews',
  needs: 'change',
  summary: 'Makes a review of the goals that a filter and a search match now, ordered by CSM and company.',
  body: z.strictObject({
    name: z.string().trim().min(1).max(200),
    filter: filterTreeSchema.nullable(),
    search: searchTextSchema.optional(),
    today: z.iso.date().optional(),
    notesToDescription: z.boolean().default(false),
  }),
  result: reviewSchema,
})

export const listReviews = endpoint({
  method: 'GET',
  path: '/api/reviews',
  needs: 'read',
  summary: 'Reviews, those under way first, then the newest.',
  result: z.object({ reviews: z.array(reviewSchema) }),
})

export const readReview = endpoint({
  method: 'GET',
  path: '/api/reviews/:id',
  needs: 'read',
  summary: 'How a review stands.',
  params: idParams,
  result: reviewSchema,
})

export const queryReviewItems = endpoint({
  method: 'POST',
  path: '/api/reviews/:id/goals',
  needs: 'read',
  summary: 'A window of the queue, in its order.',
  params: idParams,
  body: z.strictObject({
    state: z.enum(reviewStates).optional(),
    /** Null: those of no company. */
    companyId: z.string().max(64).nullable().optional(),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(500).default(200),
  }),
  result: z.object({ items: z.array(reviewItemSchema), total: z.number() }),
})

export const readReviewGoal = endpoint({
  method: 'GET',
  path: '/api/reviews/:id/goals/:gsid',
  needs: 'read',
  summary: 'One goal of a review with everything that is needed to decide. Takes it for nobody.',
  params: goalParams,
  result: reviewGoalSchema,
})

export const takeNext = endpoint({
  method: 'POST',
  path: '/api/reviews/:id/next',
  needs: 'change',
  summary:
    'Takes the next goals that nobody has decided and nobody else looks at, behind a place, for this session: the first to look at, the others to have ready. Gives back what the session had before.',
  params: idParams,
  body: z.strictObject({
    behind: z.int().min(0).default(0),
    gsid: z.string().max(64).optional(),
    ready: z.int().min(0).max(3).default(1),
  }),
  result: z.object({ items: z.array(reviewItemSchema) }),
})

export const saveDecision = endpoint({
  method: 'PUT',
  path: '/api/reviews/:id/goals/:gsid/decision',
  needs: 'change',
  summary: 'Decides on one goal. Nothing is sent to Gainsight before the decisions are made into a change set.',
  params: goalParams,
  body: decisionSchema,
  result: reviewItemSchema,
})

export const takeBackDecision = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:id/goals/:gsid/decision',
  needs: 'change',
  summary: 'Takes a decision back that was not sent yet.',
  params: goalParams,
  result: reviewItemSchema,
})

export const reviewToChangeSet = endpoint({
  method: 'POST',
  path: '/api/reviews/:id/change-set',
  needs: 'change',
  summary: 'Makes the decisions that change something and were not sent yet into a draft of a change set.',
  params: idParams,
  result: z.object({ changeSet: z.string() }),
})

export const repeatReview = endpoint({
  method: 'POST',
  path: '/api/reviews/:id/repeat',
  needs: 'change',
  summary: 'Makes a new review by the same filter, which shows what changed since this one.',
  params: idParams,
  body: z.strictObject({ name: z.string().trim().min(1).max(200), today: z.iso.date().optional() }),
  result: reviewSchema,
})

/** Decisions and notes by company, as CSV, for a business review with the customer. */
export const reviewSummaryPath = '/api/reviews/:id/summary.csv'

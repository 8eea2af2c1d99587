import * as texts from '@goalkeeper/texts/contract'
import { isDay } from '@goalkeeper/filter/dates'
import { filterTreeSchema } from '@goalkeeper/filter/tree'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** How many weeks the Overview looks back, this one included. */
export const weeksBack = 13
/** How many days it looks ahead: half a year. */
export const daysAhead = 183

const count = z.number()

/** Goals by what their status means; `unknown`: nobody has said. */
export const meaningCountsSchema = z.object({
  planned: count,
  'on track': count,
  'at risk': count,
  achieved: count,
  dropped: count,
  unknown: count,
})
export type MeaningCounts = z.infer<typeof meaningCountsSchema>

export const overviewSchema = z.object({
  total: count,
  /** False while the index is not known to hold every goal. */
  exact: z.boolean(),
  /** When the index was last known to agree with the tenant; null before the first answer. Epoch milliseconds. */
  asOf: z.number().nullable(),
  /** The day from which everything is seen: the viewer's, or the server's when none was given. */
  today: z.string(),
  /** The field by which goals are told to be somebody's; null where this tenant's companies have none. */
  csmField: z.string().nullable(),
  /** By CSM, those with the most open goals first; `csm` null: goals of companies that nobody looks after. */
  csms: z.array(
    z.object({
      csm: z.string().nullable(),
      label: z.string(),
      hint: z.string().nullable(),
      goals: meaningCountsSchema,
    }),
  ),
  /** Open goals by due date: every day with goals from today to `daysAhead` on, and what lies outside of these days. */
  due: z.array(
    z.object({
      /** `overdue`, `later`, `none` (no due date), or a day YYYY-MM-DD. */
      when: z.string(),
      planned: count,
      'on track': count,
      'at risk': count,
    }),
  ),
  /** Open goals that hang on nothing. */
  orphans: z.object({
    /** Neither CTA nor success plan. */
    unlinked: count,
    withoutCsm: count,
    /** The company's name is not known. */
    withoutCompany: count,
  }),
  /** The last `weeksBack` weeks, the oldest first, by their Mondays in UTC: goals created, moved later and achieved in each. */
  weeks: z.array(
    z.object({
      week: z.string(),
      created: count,
      later: count,
      achieved: count,
      /** On how many days of the week Goalkeeper has looked: on none nobody knows what moved. */
      daysSeen: count,
    }),
  ),
  /**
   * How goals stood, by day in UTC; days without a count are missing. Null where the counts that are kept cannot say it for these goals:
   * they are kept for all goals and by CSM.
   */
  days: z.array(z.object({ day: z.string(), goals: meaningCountsSchema })).nullable(),
  /** The first day that was ever counted: what moved before it is not known. Null: none was yet. */
  historySince: z.string().nullable(),
})
export type Overview = z.infer<typeof overviewSchema>

export const readOverview = endpoint({
  method: 'POST',
  path: '/api/goals/overview',
  needs: 'read',
  summary:
    'How the goals of a filter stand: by CSM, by due date, orphans, and what happened by week. Costs no call to the tenant.',
  body: z.strictObject({
    filter: filterTreeSchema.nullable().default(null),
    /** The viewer's calendar date. Without it the server's. */
    today: z.iso.date().refine(isDay, texts.mustBeADayOfThe).optional(),
  }),
  result: overviewSchema,
})

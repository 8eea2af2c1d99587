import * as texts from '@goalkeeper/texts/contract'
import { isDay } from '@goalkeeper/filter/dates'
import { filterTreeSchema } from '@goalkeeper/filter/tree'
import { z } from 'zod'
import type { Field } from './catalogue.ts'
import { endpoint } from './endpoint.ts'
import { searchTextSchema, sortKeySchema } from './goals.ts'

/** More groups than this are no help to anyone: the goals are to be narrowed first. */
export const mostGroups = 20_000

/** Goals of a list that have one value of a field in common. `value` null means empty; of a date it is the month, YYYY-MM. */
export const goalGroupSchema = z.object({
  value: z.union([z.string(), z.boolean(), z.null()]),
  label: z.string(),
  /** Tells two equal labels apart, such as two companies of one name. */
  hint: z.string().nullable(),
  count: z.number(),
})
export type GoalGroup = z.infer<typeof goalGroupSchema>

export const goalGroupsQuerySchema = z.strictObject({
  filter: filterTreeSchema.nullable().default(null),
  search: searchTextSchema.optional(),
  group: sortKeySchema,
  /** The viewer's calendar date, as in `queryGoals`. */
  today: z.iso.date().refine(isDay, texts.mustBeADayOfThe).optional(),
})
export type GoalGroupsQuery = z.input<typeof goalGroupsQuerySchema>

export const queryGoalGroups = endpoint({
  method: 'POST',
  path: '/api/goals/groups',
  needs: 'read',
  summary:
    'The groups of the goals that match a filter by a field, in their order, each with its size: as `group` orders the rows of `queryGoals`.',
  body: goalGroupsQuerySchema,
  result: z.object({
    groups: z.array(goalGroupSchema),
    /** Of all groups together. */
    total: z.number(),
  }),
})

/** Texts of a goal's own are nearly all different: grouped are names behind ids, and what is chosen from a list. */
const groupedTypes: readonly Field['type'][] = ['picklist', 'boolean', 'date', 'gsid']
const groupedTexts: readonly Field['group'][] = ['resolved', 'derived', 'company']

/** Whether a list can be grouped by a field. */
export function canGroupBy({ name, type, group }: Pick<Field, 'name' | 'type' | 'group'>): boolean {
  return name !== 'Gsid' && (groupedTypes.includes(type) || (type === 'text' && groupedTexts.includes(group)))
}

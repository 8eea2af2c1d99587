import { z } from 'zod'

/** The tenant's operator names, spelled as it spells them (reference 2.4, "Operators"). `docs/filter.md` says what each one means. */
export const operators = [
  'EQ',
  'NE',
  'GT',
  'GTE',
  'LT',
  'LTE',
  'BTW',
  'IN',
  'CONTAINS',
  'DOES_NOT_CONTAINS',
  'STARTS_WITH',
  'ENDS_WITH',
  'IS_NULL',
  'IS_NOT_NULL',
  'INCLUDES',
  'EXCLUDES',
] as const
export type Operator = (typeof operators)[number]

export const maxLevels = 5
export const maxConditions = 100

export type FilterValue = string | number | boolean
export type Condition = { field: string; op: Operator; value?: FilterValue[] | undefined }
/** A filter: one condition, or a group of filters. `{"and":[]}` lets every goal through. */
export type FilterTree = Condition | { and: FilterTree[] } | { or: FilterTree[] } | { not: FilterTree }

const conditionSchema = z.strictObject({
  field: z.string().min(1).max(200),
  op: z.enum(operators),
  value: z
    .array(z.union([z.string().max(4000), z.number(), z.boolean()]))
    .max(5000)
    .optional(),
})

/** The shape only. Whether fields exist, operators fit and dates are dates is `checkFilter`'s to say. */
export const filterTreeSchema: z.ZodType<FilterTree> = z.lazy(() =>
  z.union([
    conditionSchema,
    z.strictObject({ and: z.array(filterTreeSchema) }),
    z.strictObject({ or: z.array(filterTreeSchema) }),
    z.strictObject({ not: filterTreeSchema }),
  ]),
)

export const isCondition = (tree: FilterTree): tree is Condition => 'field' in tree

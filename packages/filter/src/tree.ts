import * as texts from '@goalkeeper/texts/filter'
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

/** Every `and`, `or` and `not` around a condition is one level; a `not` around a group is one with it: "none of". */
export const maxLevels = 5
export const maxConditions = 100

export type FilterValue = string | number | boolean
export type Condition = { field: string; op: Operator; value?: FilterValue[] | undefined }
/** A filter: one condition, or a group of filters. `{"and":[]}` lets every goal through, `{"or":[]}` none. */
export type FilterTree = Condition | { and: FilterTree[] } | { or: FilterTree[] } | { not: FilterTree }
/**
 * A filter as people keep and write it: some of its parts may be switched off. Whatever asks for goals takes what
 * `switchedOn` leaves of it.
 */
export type KeptFilter =
  | Condition
  | { and: KeptFilter[] }
  | { or: KeptFilter[] }
  | { not: KeptFilter }
  | { off: KeptFilter }

const conditionSchema = z.strictObject({
  field: z.string().min(1).max(200),
  op: z.enum(operators, {
    error: ({ input }) => texts.isNoOperatorThereAre(JSON.stringify(input), operators.join(', ')),
  }),
  value: z
    .array(z.union([z.string().max(4000), z.number(), z.boolean()], texts.isNeitherATextANumber))
    .max(5000)
    .optional(),
})

const nodeSchema: z.ZodType<FilterTree> = z.lazy(() =>
  z.union(
    [
      conditionSchema,
      z.strictObject({ and: z.array(nodeSchema) }),
      z.strictObject({ or: z.array(nodeSchema) }),
      z.strictObject({ not: nodeSchema }),
    ],
    { error: ({ input, errors }) => sentenceFor(input, errors as z.core.$ZodIssue[][]) },
  ),
)

const keptGroups = () =>
  [
    conditionSchema,
    z.strictObject({ and: z.array(keptNodeSchema) }),
    z.strictObject({ or: z.array(keptNodeSchema) }),
    z.strictObject({ not: keptNodeSchema }),
  ] as const

const keptNodeSchema: z.ZodType<KeptFilter> = z.lazy(() =>
  z.union([...keptGroups(), z.strictObject({ off: keptPartSchema })], {
    error: ({ input, errors }) => sentenceFor(input, errors as z.core.$ZodIssue[][]),
  }),
)

/** What can be switched off. */
const keptPartSchema: z.ZodType<KeptFilter> = z.lazy(() =>
  z.union(keptGroups(), {
    error: ({ input, errors }) =>
      typeof input === 'object' && input !== null && 'off' in input
        ? texts.isSwitchedOffAlready
        : sentenceFor(input, errors as z.core.$ZodIssue[][]),
  }),
)

/** A union only says that nothing fitted; people need to hear what is wrong with the one they meant. */
function sentenceFor(input: unknown, faults: z.core.$ZodIssue[][]): string {
  const meant = ['field', 'and', 'or', 'not', 'off'].findIndex(
    (key) => typeof input === 'object' && input !== null && key in input,
  )
  const fault = faults[meant]?.[0]
  if (!fault) return 'A filter is a condition with field, op and value, or one of {"and":[…]}, {"or":[…]}, {"not":…}.'
  return fault.path.length > 0 ? `${fault.path.join('.')}: ${fault.message}` : fault.message
}

/**
 * The shape only. Whether fields exist, operators fit and dates are dates is `checkFilter`'s to say.
 * Depth is looked at first, because a parser that calls itself can be sent deeper than its stack.
 */
export const filterTreeSchema: z.ZodType<FilterTree> = z.preprocess(noDeeperThan(maxLevels), nodeSchema)

/** The shape of a filter in which parts may be switched off. Being switched off is no level, and stands around what can have one. */
export const keptFilterSchema: z.ZodType<KeptFilter> = z
  .preprocess(noDeeperThan(2 * maxLevels + 1), keptNodeSchema)
  .refine((kept) => levelsOf(kept) <= maxLevels, { error: () => tooDeep })

export const tooDeep = texts.aFilterCanBeNestedAt(maxLevels)

function noDeeperThan(levels: number) {
  return (input: unknown, context: z.core.$RefinementCtx) => {
    if (!isDeeperThan(input, levels)) return input
    context.addIssue({ code: 'custom', message: tooDeep })
    return z.NEVER
  }
}

function isDeeperThan(input: unknown, levels: number): boolean {
  if (typeof input !== 'object' || input === null || 'field' in input) return false
  const children = Object.values(input).flat(1)
  const isGroup = 'and' in input || 'or' in input || 'not' in input || 'off' in input
  if (isGroup && levels === 0) return true
  return isGroup && children.some((child) => isDeeperThan(child, isNoneOf(input) ? levels : levels - 1))
}

export function isCondition(tree: FilterTree): tree is Condition
export function isCondition(tree: KeptFilter): tree is Condition
export function isCondition(tree: KeptFilter): tree is Condition {
  return 'field' in tree
}

/** How many groups stand around the innermost condition. */
export function levelsOf(tree: KeptFilter): number {
  if (isCondition(tree)) return 0
  return ('off' in tree || isNoneOf(tree) ? 0 : 1) + Math.max(0, ...childrenOf(tree).map(levelsOf))
}

/** Whether it is a `not` around a group. */
const isNoneOf = (tree: object): boolean =>
  'not' in tree && typeof tree.not === 'object' && tree.not !== null && ('and' in tree.not || 'or' in tree.not)

/** The filters that a group holds, or the one that is switched off. */
export function childrenOf(tree: Exclude<FilterTree, Condition>): FilterTree[]
export function childrenOf(tree: Exclude<KeptFilter, Condition>): KeptFilter[]
export function childrenOf(tree: Exclude<KeptFilter, Condition>): KeptFilter[] {
  if ('and' in tree) return tree.and
  if ('or' in tree) return tree.or
  return 'not' in tree ? [tree.not] : [tree.off]
}

/** Every condition, in the order in which they are written. */
export function conditionsOf(tree: KeptFilter): Condition[] {
  return isCondition(tree) ? [tree] : childrenOf(tree).flatMap(conditionsOf)
}

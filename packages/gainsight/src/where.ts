import * as texts from '@goalkeeper/texts/gainsight-requests'
import { z } from 'zod'

/** Operator names of the tenant's query dialects (reference 2.4). Only EQ is documented for goals. */
export const whereOperators = [
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
export type WhereOperator = (typeof whereOperators)[number]

export const selectSchema = z.array(z.string().min(1).max(200)).min(1).max(500)

const name = z.string().min(1).max(200)
const alias = z.string().regex(/^[A-Za-z]\w{0,9}$/, texts.aliasMustBeAShortWord)
const value = z.array(z.union([z.string().max(4000), z.number(), z.boolean(), z.null()])).max(5000)
const test = {
  alias,
  operator: z.enum(whereOperators),
  value: value.exactOptional(),
  /** A date literal such as TODAY in place of a value. */
  literal: z.string().min(1).max(100).exactOptional(),
}

/** A condition as the goal fetch, the CTA list and the success plan list write it. */
export const conditionSchema = z.strictObject({ fieldName: name, ...test })
/** A condition on what a CTA or plan is linked to: it has no field name (reference 4). */
export const linkedConditionSchema = z.strictObject({ associatedRecord: z.literal(true), ...test })
/** A condition as the object query and the user list write it. */
export const namedConditionSchema = z.strictObject({ name, ...test })

/** Conditions joined by an expression over their aliases, such as `A AND B`. Every condition is used, and nothing else is. */
export function whereSchema<Condition extends z.ZodType<{ alias: string }>>(condition: Condition) {
  return z
    .strictObject({ conditions: z.array(condition).min(1).max(100), expression: z.string().min(1).max(2000) })
    .superRefine(({ conditions, expression }, context) => {
      const aliases = conditions.map((each) => each.alias)
      const used = new Set(expression.match(/\w+/g)?.filter((word) => !/^(AND|OR|NOT)$/i.test(word)))
      const fault =
        aliases.find((each, index) => aliases.indexOf(each) !== index)?.concat(texts.namesTwoConditions) ??
        aliases.find((each) => !used.has(each))?.concat(texts.isNotUsedInTheExpression) ??
        [...used].find((each) => !aliases.includes(each))?.concat(texts.inTheExpressionNamesNo)
      if (fault) context.addIssue({ code: 'custom', path: ['expression'], message: fault })
    })
}

/** Paging by number. Pages seem to be counted from 1; 0 is let through, because the base is not documented. */
export function pagesOf({ atMost }: { atMost: number }) {
  return { pageSize: z.int().min(1).max(atMost), pageNumber: z.int().min(0) }
}

/** Sort keys of the object query and the user list. The goal, CTA and plan lists have none. */
export const orderBySchema = z.record(z.string().min(1).max(200), z.enum(['asc', 'desc']))

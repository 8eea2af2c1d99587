import { meaningSchema } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'

/** Values of a goal's fields as what they are drawn as; what is none of the kind is empty. */
export const textOf = (value: FieldValue | undefined) => (typeof value === 'string' ? value : '')
export const meaningOf = (value: FieldValue | undefined) =>
  meaningSchema
    .nullable()
    .catch(null)
    .parse(value ?? null)
export const openOf = (value: FieldValue | undefined) => (typeof value === 'boolean' ? value : null)

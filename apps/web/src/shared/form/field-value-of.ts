import type { FieldValue } from '@goalkeeper/contract/goals'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'

/** What stands for a value of a write where goals are read: lists hold texts. */
export const fieldValueOf = (value: CustomValue): FieldValue => (Array.isArray(value) ? value.map(String) : value)

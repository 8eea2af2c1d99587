import type { Field } from '@goalkeeper/contract/catalogue'
import type { Drafts } from '#web/shared/form/form-values.ts'
import { changedFields } from '#web/shared/form/form-values.ts'

/** What was typed, on top of a newer version of the goal: boxes that the person had not touched take the newer value. */
export function rebase(fields: readonly Field[], before: Drafts, typed: Drafts, newer: Drafts): Drafts {
  const touched = changedFields(fields, before, typed)
  return { ...newer, ...pick(typed, touched) }
}

export function pick(drafts: Drafts, names: readonly string[]): Drafts {
  return Object.fromEntries(Object.entries(drafts).filter(([name]) => names.includes(name)))
}

import * as texts from '@goalkeeper/texts/server/goals'
import * as common from '@goalkeeper/texts/server/common'
import type { Field, LinkedItem, Status } from '@goalkeeper/contract/catalogue'
import type { ClearWord } from '@goalkeeper/contract/status'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { Links } from '@goalkeeper/gainsight/goal-parts'
import { type GoalEdit, updateGoalBody, type UpdateGoalRequest } from '@goalkeeper/gainsight/goal-update'
import type { Capabilities } from '#bff/connection/capabilities.ts'

/** A goal as it is now: the value of a field by the catalogue's name for it, and its links. */
export type GoalNow = { gsid: string; value: (field: string) => FieldValue; CTA: string[]; SP: string[] }

/** What decides whether this tenant takes an update. */
export type Known = {
  fields: readonly Field[]
  statuses: readonly Status[]
  capabilities: Pick<Capabilities, 'clearBy' | 'associationInUpdate' | 'linkAndUnlinkInOne'>
  /** The CTAs and plans that are to be linked. */
  linkedItems: readonly Pick<LinkedItem, 'gsid' | 'found'>[]
}

/**
 * One part of an update: a field by the name that a write has for it, or the links of a kind, of which `now` are to be unlinked and
 * `value` to be linked. With a problem, in a sentence, it is not sent.
 */
export type UpdateItem = { field: string; now: FieldValue; value: FieldValue; problem: string | null }

/** A field that is to become a value. */
export function fieldItem(goal: GoalNow, name: string, value: FieldValue, known: Known): UpdateItem {
  return { field: name, now: goal.value(name), value, problem: problemOf(name, value, known) }
}

/** Whether a part of an update would change anything. */
export const isDifference = ({ now, value }: UpdateItem): boolean => JSON.stringify(now) !== JSON.stringify(value)

/** Why a field cannot become a value. */
function problemOf(name: string, value: FieldValue, { fields, capabilities }: Known): string | null {
  const field = fieldNamed(fields, name)
  if (!field) return texts.gainsightHasNoFieldAnyMore(name)
  const { label, options } = field
  if (!field.editable) return common.cannotBeSetFromOutside(label)
  if (value === null) {
    if (field.required) return common.mustNotBeEmpty(label)
    return clearWordOf(name, capabilities) === 'never' ? texts.thisTenantDoesNotLetBe(label) : null
  }
  const chosen = [value].flat().map(String)
  const gone = chosen.filter((label) => !options.some((option) => option.active && option.label === label))
  if (options.length === 0 || gone.length === 0) return null
  return texts.doesNotHaveTheValueAny(label, gone.join('”, “'))
}

/** What is to be linked and unlinked of one kind, apart from what is so already; and what cannot be linked any more. */
export function linkItems(
  goal: GoalNow,
  kind: 'CTA' | 'SP',
  { link, unlink }: { link: readonly string[]; unlink: readonly string[] },
  { linkedItems, capabilities }: Known,
): UpdateItem[] {
  const isGone = (id: string) => linkedItems.some(({ gsid, found }) => gsid === id && !found)
  const toLink = link.filter((id) => !goal[kind].includes(id))
  const toUnlink = unlink.filter((id) => goal[kind].includes(id))
  const problem = capabilities.associationInUpdate === 'no' ? texts.thisTenantTakesNoLinksIn : null
  const gone = toLink.filter(isGone)
  const lost = texts.itIsNotFoundInGainsight
  return [
    { field: kind, now: toUnlink, value: toLink.filter((id) => !isGone(id)), problem },
    ...gone.map((id) => ({ field: kind, now: [], value: [id], problem: lost })),
  ]
}

/** Where a tenant does not link and unlink in one update, the links come first. */
export function splitWhereNeeded(items: UpdateItem[], { capabilities }: Known): UpdateItem[] {
  const possible = items.filter(({ problem }) => problem === null)
  const [links, unlinks] = [possible.some(({ value }) => hasIds(value)), possible.some(({ now }) => hasIds(now))]
  if (capabilities.linkAndUnlinkInOne !== 'no' || !links || !unlinks) return items
  const problem = texts.thisTenantDoesNotLinkAnd
  return items.flatMap((item) =>
    item.problem === null && hasIds(item.now)
      ? [
          { ...item, now: [] },
          { ...item, value: [], problem },
        ]
      : [item],
  )
}

const hasIds = (value: FieldValue) => Array.isArray(value) && value.length > 0

/** The update of a goal by those of its parts that have no problem; null when none is left. */
export function updateOf(
  { gsid }: Pick<GoalNow, 'gsid'>,
  items: readonly UpdateItem[],
  { capabilities }: Known,
): UpdateGoalRequest | null {
  const possible = items.filter(({ problem }) => problem === null)
  const record: Record<string, unknown> = {}
  const [link, unlink]: [Links, Links] = [{}, {}]
  for (const { field, now, value } of possible) {
    if (field === 'CTA' || field === 'SP') {
      if (Array.isArray(value) && value.length > 0) link[field] = value
      if (Array.isArray(now) && now.length > 0) unlink[field] = now
    } else record[field] = value === null && clearWordOf(field, capabilities) === 'empty' ? '' : value
  }
  if (possible.length === 0) return null
  // The keys are fields that the catalogue says can be set, which `problemOf` has made sure of.
  return updateGoalBody({ gsid, record: record as GoalEdit, link, unlink })
}

/** What empties a field in an update of this tenant. */
export function clearWordOf(field: string, { clearBy }: Pick<Capabilities, 'clearBy'>): ClearWord {
  return field === 'DueDate' || field === 'Description' ? clearBy[field] : clearBy.custom
}

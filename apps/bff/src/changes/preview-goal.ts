import * as common from '@goalkeeper/texts/server/common'
import * as texts from '@goalkeeper/texts/server/change-deeds'
import type { Deed, Difference } from '@goalkeeper/contract/changes'
import type { UpdateGoalRequest } from '@goalkeeper/gainsight/goal-update'
import { traitOf } from '#bff/gateway/goal-version.ts'
import { targetsOf } from '#bff/gateway/write-body.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'
import {
  clearWordOf,
  fieldItem,
  type GoalNow,
  isDifference,
  type Known,
  linkItems,
  splitWhereNeeded,
  type UpdateItem,
  updateOf,
} from '#bff/goal-index/goal-update.ts'
import { type ByHand, emptyWish, type Found, type Trouble, type Wish, wishFor } from './wish.ts'

/** What will become of one goal. Without a difference and a problem it is so already. */
export type GoalPreview = {
  differences: Difference[]
  trouble: Trouble | null
  choices: Wish['choices']
  /** Why it cannot be taken back, in a sentence. */
  notUndoable: string | null
  /** Null while there is a problem. */
  body: UpdateGoalRequest | null
  /** What the update touches as it is now, in comparable text. */
  before: Record<string, string | null>
}

/** What deeds, and what a person has decided besides, make of a goal. */
export function previewGoal(
  goal: GoalSnapshot,
  deeds: readonly Deed[],
  known: Known,
  byHand: ByHand = { altered: {}, choice: null },
  found: Found = () => null,
): GoalPreview {
  return previewWish(goal, wishFor(nowOf(goal), deeds, byHand, found), known)
}

/** How a goal becomes what it is to be, as far as the tenant lets it. */
export function previewWish(goal: GoalSnapshot, wish: Wish, known: Known): GoalPreview {
  const now = nowOf(goal)
  const fields = [...wish.fields].map(([name, value]) => fieldItem(now, name, value, known))
  const links = (['CTA', 'SP'] as const).flatMap((kind) => linkItems(now, kind, sidesOf(wish.links[kind]), known))
  const items = [...fields, ...splitWhereNeeded(links, known)].filter(isDifference)
  const trouble = wish.trouble ?? troubleOf(items)
  const body = trouble ? null : updateOf(now, items, known)
  return {
    differences: differencesOf(now, items),
    trouble,
    choices: wish.choices,
    notUndoable: whyNotUndoable(items, known),
    body,
    before: body ? touchedOf(goal, body) : {},
  }
}

/** A goal that was chosen and is not there. */
export const missingPreview: GoalPreview = {
  differences: [],
  trouble: { problem: common.itIsNoLongerInGainsight, remedy: common.takeItOut },
  choices: emptyWish().choices,
  notUndoable: null,
  body: null,
  before: {},
}

/** By the names of the catalogue, with the status by its name. */
export function nowOf({ version, statusName }: GoalSnapshot): GoalNow {
  return {
    gsid: version.gsid,
    value: (field) => (field === 'StatusName' ? statusName : (version.fields[field] ?? null)),
    CTA: version.CTA,
    SP: version.SP,
  }
}

/** The traits that an update touches, in comparable text. */
export function touchedOf({ version }: Pick<GoalSnapshot, 'version'>, body: UpdateGoalRequest) {
  return Object.fromEntries([...targetsOf(body).keys()].map((name) => [name, traitOf(version, name)]))
}

const sidesOf = ({ link, unlink }: Wish['links']['CTA']) => ({ link: [...link], unlink: [...unlink] })

function troubleOf(items: readonly UpdateItem[]): Trouble | null {
  const problem = items.find((item) => item.problem !== null)?.problem ?? null
  return problem === null ? null : { problem, remedy: texts.alterTheValueByHandOr }
}

/** Links stand as all that are linked before and after. */
function differencesOf(now: GoalNow, items: readonly UpdateItem[]): Difference[] {
  const differences = new Map<string, Difference>()
  for (const { field, now: before, value: after } of items) {
    if (field !== 'CTA' && field !== 'SP') {
      differences.set(field, { field, before, after })
      continue
    }
    const [unlinked, linked] = [new Set([before].flat()), [after].flat().map(String)]
    const last = differences.get(field)?.after ?? now[field]
    const kept = [last]
      .flat()
      .map(String)
      .filter((gsid) => !unlinked.has(gsid))
    differences.set(field, { field, before: now[field], after: [...kept, ...linked] })
  }
  return [...differences.values()]
}

function whyNotUndoable(items: readonly UpdateItem[], { fields, capabilities }: Known): string | null {
  const stays = items.find(
    ({ field, now }) =>
      field !== 'CTA' &&
      field !== 'SP' &&
      now === null &&
      (field === 'StatusName' || field === 'Name' || clearWordOf(field, capabilities) === 'never'),
  )
  if (!stays) return null
  const label = fields.find(({ name }) => name === stays.field)?.label ?? stays.field
  return texts.wasEmptyAndThisTenantDoes(label)
}

import * as texts from '@goalkeeper/texts/server/goals'
import type { FieldValue, GoalChange, PutBackItem } from '@goalkeeper/contract/goals'
import type { UpdateGoalRequest } from '@goalkeeper/gainsight/goal-update'
import { formerValues } from './former-values.ts'
import {
  fieldItem,
  type GoalNow,
  isDifference,
  type Known,
  linkItems,
  splitWhereNeeded,
  type UpdateItem,
  updateOf,
} from './goal-update.ts'

type Preview = { items: PutBackItem[]; request: UpdateGoalRequest | null }

/**
 * The update that puts changes back on a goal. What is so already is left out; what cannot be put back says why and is not
 * sent. `since` are all changes of the goal from the oldest of them on, newest first.
 */
export function putBack(
  goal: GoalNow,
  chosen: readonly GoalChange[],
  since: readonly GoalChange[],
  known: Known,
): Preview {
  const former = formerValues(chosen)
  const moves = movesAfter(chosen, since)
  const fields = [...former.fields].map(([name, value]) => formerField(goal, name, value, known))
  const links = (['CTA', 'SP'] as const).flatMap((kind) => linkItems(goal, kind, former.links[kind], known))
  const items = [...fields, ...splitWhereNeeded(links, known)]
    .filter(isDifference)
    .map((item) => ({ ...item, movedOn: moves.get(item.field) ?? null }))
  return { items, request: updateOf(goal, items, known) }
}

/** The links that putting back makes anew: who asks has to find out whether they still are there. */
export function linksToMake(
  goal: Pick<GoalNow, 'CTA' | 'SP'>,
  chosen: readonly GoalChange[],
): Record<'CTA' | 'SP', string[]> {
  const { links } = formerValues(chosen)
  const missing = (kind: 'CTA' | 'SP') => links[kind].link.filter((id) => !goal[kind].includes(id))
  return { CTA: missing('CTA'), SP: missing('SP') }
}

/** A field by the name that the change has for it. */
function formerField(goal: GoalNow, name: string, value: FieldValue, known: Known): UpdateItem {
  if (name === 'Gsid') {
    const problem = texts.thatItAppearedCannotBePut
    return { field: name, now: null, value, problem }
  }
  if (name !== 'StatusId') return fieldItem(goal, name, value, known)
  const status = known.statuses.find(({ id }) => id === value)
  const item = fieldItem(goal, 'StatusName', status?.name ?? value, known)
  return status ? item : { ...item, problem: texts.theStatusThatItHadIs }
}

/** The newest change of each field that came after the chosen ones, by the name that a write has for it. */
function movesAfter(chosen: readonly GoalChange[], since: readonly GoalChange[]) {
  const ids = new Set(chosen.map(({ id }) => id))
  const oldest = new Map<string, number>()
  for (const { field, id } of chosen) oldest.set(field, Math.min(oldest.get(field) ?? Infinity, Number(id)))
  const moves = new Map<string, NonNullable<PutBackItem['movedOn']>>()
  for (const { id, field, by, seenAt } of since) {
    const name = field === 'StatusId' ? 'StatusName' : field
    const isLater = Number(id) > (oldest.get(field) ?? Infinity)
    if (isLater && !ids.has(id) && !moves.has(name)) moves.set(name, { by, at: seenAt })
  }
  return moves
}

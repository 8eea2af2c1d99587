import type { Field, LinkedItem, Status } from '@goalkeeper/contract/catalogue'
import type { ClearWord } from '@goalkeeper/contract/connection'
import type { FieldValue, GoalChange, PutBackItem } from '@goalkeeper/contract/goals'
import { fieldNamed } from '@goalkeeper/filter/field'
import { type GoalEdit, type Links, updateGoalBody, type UpdateGoalRequest } from '@goalkeeper/gainsight/goal-write'
import type { Capabilities } from '#bff/connection/capabilities.ts'
import { type FormerValues, formerValues } from './former-values.ts'

/** A goal as it is now, by the names of the catalogue. */
type Now = { gsid: string; fields: Record<string, FieldValue>; CTA: string[]; SP: string[] }

type Known = {
  fields: readonly Field[]
  statuses: readonly Status[]
  capabilities: Pick<Capabilities, 'clearBy' | 'associationInUpdate' | 'linkAndUnlinkInOne'>
  /** The CTAs and plans that are to be linked again. */
  linkedItems: readonly Pick<LinkedItem, 'gsid' | 'found'>[]
}

type Preview = { items: PutBackItem[]; request: UpdateGoalRequest | null }

/**
 * The update that puts changes back on a goal. What is so already is left out; what cannot be put back says why and is not
 * sent. `since` are all changes of the goal from the oldest of them on, newest first.
 */
export function putBack(goal: Now, chosen: readonly GoalChange[], since: readonly GoalChange[], known: Known): Preview {
  const former = formerValues(chosen)
  const moves = movesAfter(chosen, since)
  const fields = [...former.fields].map(([name, value]) => fieldItem(goal, name, value, known))
  const links = (['CTA', 'SP'] as const).flatMap((kind) => linkItems(goal, kind, former, known))
  const items = [...fields, ...splitWhereNeeded(links, known)]
    .filter(({ now, value }) => JSON.stringify(now) !== JSON.stringify(value))
    .map((item) => ({ ...item, movedOn: moves.get(item.field) ?? null }))
  return { items, request: requestOf(goal, items, known) }
}

/** The links that putting back makes anew: who asks has to find out whether they still are there. */
export function linksToMake(
  goal: Pick<Now, 'CTA' | 'SP'>,
  chosen: readonly GoalChange[],
): Record<'CTA' | 'SP', string[]> {
  const { links } = formerValues(chosen)
  const missing = (kind: 'CTA' | 'SP') => links[kind].link.filter((id) => !goal[kind].includes(id))
  return { CTA: missing('CTA'), SP: missing('SP') }
}

type Item = Omit<PutBackItem, 'movedOn'>

function fieldItem({ fields: now }: Now, name: string, value: FieldValue, known: Known): Item {
  if (name === 'Gsid') {
    const problem = 'That it appeared cannot be put back: no goal can be deleted from outside Gainsight.'
    return { field: name, now: null, value, problem }
  }
  if (name !== 'StatusId') return { field: name, now: now[name] ?? null, value, problem: problemOf(name, value, known) }
  const status = known.statuses.find(({ id }) => id === value)
  const problem = status ? problemOf('StatusName', status.name, known) : 'The status that it had is not known any more.'
  return { field: 'StatusName', now: now['StatusName'] ?? null, value: status?.name ?? value, problem }
}

/** Why a field cannot become a value again. */
function problemOf(name: string, value: FieldValue, { fields, capabilities }: Known): string | null {
  const field = fieldNamed(fields, name)
  if (!field) return `Gainsight has no field ${name} any more.`
  const { label, options } = field
  if (!field.editable) return `${label} cannot be set from outside Gainsight.`
  if (value === null) {
    if (field.required) return `${label} must not be empty.`
    return clearWordOf(name, capabilities) === 'never' ? `This tenant does not let ${label} be emptied.` : null
  }
  const chosen = [value].flat().map(String)
  const gone = chosen.filter((label) => !options.some((option) => option.active && option.label === label))
  if (options.length === 0 || gone.length === 0) return null
  return `${label} does not have the value “${gone.join('”, “')}” any more.`
}

/** What is to be linked and unlinked of one kind, apart from what is so already; and what cannot be linked any more. */
function linkItems(
  goal: Now,
  kind: 'CTA' | 'SP',
  { links }: FormerValues,
  { linkedItems, capabilities }: Known,
): Item[] {
  const isGone = (id: string) => linkedItems.some(({ gsid, found }) => gsid === id && !found)
  const toLink = links[kind].link.filter((id) => !goal[kind].includes(id))
  const toUnlink = links[kind].unlink.filter((id) => goal[kind].includes(id))
  const problem = capabilities.associationInUpdate === 'no' ? 'This tenant takes no links in an update.' : null
  const gone = toLink.filter(isGone)
  const lost = 'It is not found in Gainsight any more.'
  return [
    { field: kind, now: toUnlink, value: toLink.filter((id) => !isGone(id)), problem },
    ...gone.map((id) => ({ field: kind, now: [], value: [id], problem: lost })),
  ]
}

/** Where a tenant does not link and unlink in one update, the links come first. */
function splitWhereNeeded(items: Item[], { capabilities }: Known): Item[] {
  const possible = items.filter(({ problem }) => problem === null)
  const [links, unlinks] = [possible.some(({ value }) => hasIds(value)), possible.some(({ now }) => hasIds(now))]
  if (capabilities.linkAndUnlinkInOne !== 'no' || !links || !unlinks) return items
  const problem = 'This tenant does not link and unlink in one update: put this back after the links.'
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

function requestOf({ gsid }: Now, items: PutBackItem[], { capabilities }: Known): UpdateGoalRequest | null {
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

function clearWordOf(field: string, { clearBy }: Pick<Capabilities, 'clearBy'>): ClearWord {
  return field === 'DueDate' || field === 'Description' ? clearBy[field] : clearBy.custom
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

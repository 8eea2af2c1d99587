import type { GainsightError } from '@goalkeeper/gainsight/error'
import { entityTypes } from '@goalkeeper/gainsight/goal-parts'
import { readKnownTraits } from './known-traits.ts'
import { doubt } from './sweep-doubts.ts'
import { type Part, type PartField, type Split, splitPart, withoutField } from './sweep-parts.ts'
import { smallerPage, type SyncContext } from './sync-context.ts'
import type { Sweep } from './sync-state.ts'

/** All goals: as one part, or by entity type where a fetch must have a filter. */
export function everyGoal({ connection }: SyncContext): Part[] {
  if (connection.capabilities().whereOptional) return [[]]
  return entityTypes.map((value) => [{ field: 'EntityType', value }])
}

/** Begins to read by parts of which each has to fit on one short page: such a page is whole, whatever the order. */
export async function readInParts(context: SyncContext, sweep: Sweep): Promise<void> {
  sweep.isSplit = true
  sweep.samples = []
  sweep.page = 1
  sweep.parts = []
  for (const part of everyGoal(context)) {
    const found = await split(context, sweep, part)
    sweep.parts.push(...(found?.isWhole ? found.parts : [part]))
  }
}

/** Pages were seen to move: what was read so far stays, and everything is read again in parts. */
export async function takeForUnstable(context: SyncContext, sweep: Sweep): Promise<void> {
  context.state.isOrderUnstable = true
  await readInParts(context, sweep)
  await context.save()
}

/** Puts smaller parts in the place of one that did not fit on a page; false where nothing divides it without gaps. */
export async function divide(context: SyncContext, sweep: Sweep, part: Part): Promise<boolean> {
  const found = await split(context, sweep, part)
  if (!found?.isWhole) return false
  sweep.parts.splice(0, 1, ...found.parts)
  await context.save()
  return true
}

/** Goes on to the next part. One that took several pages, though they do not stand still, is read again by what it was seen to hold. */
export async function endPart(context: SyncContext, sweep: Sweep): Promise<void> {
  const part = sweep.parts.shift() ?? []
  if (sweep.isSplit && sweep.page > 1) {
    const found = await split(context, sweep, part)
    if (found) sweep.parts.unshift(...found.parts)
    doubt(sweep, found ? 'companies' : 'pages')
  }
  sweep.page = 1
  await context.save()
}

async function split(context: SyncContext, sweep: Sweep, part: Part): Promise<Split | null> {
  const goals = await readKnownTraits(context.database, part)
  if (goals.length < sweep.pageSize) return null
  const unusable = new Set(Object.keys(context.state.refusedFilters) as PartField[])
  return splitPart(part, goals, { pageSize: sweep.pageSize, unusable })
}

/** After the filter of a part was refused. Dates are tried as texts too, unless it is known how this tenant takes them. */
export async function afterRefusal(
  context: SyncContext,
  sweep: Sweep,
  part: Part,
  refusal: GainsightError,
): Promise<void> {
  const field = refusedField(part, refusal)
  // Not every tenant can be asked for empty dates; those that parts are made by are set by the tenant itself, and never empty.
  if (field === null) return endPart(context, sweep)
  const isDate = field === 'CreatedDate' || field === 'ModifiedDate'
  const isFormKnown = context.connection.capabilities().modifiedSince !== null
  if (!isDate || isFormKnown || sweep.instantForm === 'iso') return setAside(context, sweep, field)
  sweep.instantForm = 'iso'
  await context.save()
}

/** The field that a refusal is about: the one it names, else the one that was added last; null when that asks for empty ones. */
function refusedField(part: Part, refusal: GainsightError): PartField | null {
  const limit = part.find(({ field }) => Object.hasOwn(refusal.fields, field)) ?? part.at(-1)
  return !limit || 'blank' in limit ? null : limit.field
}

/** Goes on without a filter that the tenant does not take, or does not take for what it says. */
export async function setAside(context: SyncContext, sweep: Sweep, field: PartField): Promise<void> {
  context.state.refusedFilters[field] = context.now()
  sweep.parts = withoutField(sweep.parts, field)
  sweep.instantForm = 'epoch'
  sweep.doubts = []
  sweep.page = 1
  await context.save()
}

/** Begins anew with smaller pages; throws the refusal when there are none. */
export async function shrinkPages(context: SyncContext, sweep: Sweep, refusal: unknown): Promise<void> {
  await startOver(context, smallerPage(sweep.pageSize, refusal))
}

/** Begins anew with pages of at most this size. */
export async function startOver({ state, save }: SyncContext, pageLimit: number): Promise<void> {
  state.pageLimit = pageLimit
  state.sweep = null
  await save()
}

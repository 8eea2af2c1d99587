import type { GoalRecord } from './goal-record.ts'
import { fetchedSighting, selectionOf } from './sighting.ts'
import { type InstantForm, type Part, splitPart, strayBy, whereOf } from './sweep-parts.ts'
import { pageSizeOf, type SyncContext } from './sync-context.ts'

/** How far an increment looks back behind the watermark: a change may become visible a little after the time that it bears. */
export const overlapMs = 120_000

/** How long increments are left alone after one whose goals did not agree with its filter. */
const distrustMs = 86_400_000

/** How this tenant takes the filter of an increment; null when it does not, or cannot be trusted with it. */
export function incrementForm({
  connection,
  state,
  now,
}: Pick<SyncContext, 'connection' | 'state' | 'now'>): InstantForm | null {
  if (state.watermark === null || state.noIncrementsUntil > now()) return null
  return connection.capabilities().modifiedSince
}

/** Reads the goals that were changed since the last increment, by the tenant's own clock, and moves the watermark. */
export async function increment(context: SyncContext, form: InstantForm): Promise<void> {
  const { state } = context
  const startedAt = context.now()
  const watermark = state.watermark ?? 0
  const changes = await readChanges(context, form, [{ field: 'ModifiedDate', from: beginningOf(context), to: null }])
  if (!changes) {
    state.noIncrementsUntil = startedAt + distrustMs
    return context.save()
  }
  // While several pages were read, a goal of an earlier one may have been changed and not be seen again.
  const span = changes.calls > 1 ? context.now() - startedAt : 0
  const moved = Math.max(watermark, changes.newest - span)
  if (moved > watermark) Object.assign(state, { watermark: moved, watermarkMovedAt: startedAt })
  state.incrementCalls = changes.calls
  state.incrementAt = startedAt
  state.agreedAt = Math.max(state.agreedAt ?? 0, startedAt)
  await context.save()
}

/** Once nothing has changed for a while, nothing can turn up late either; and a large batch of one instant is not read over and over. */
function beginningOf({ state, now }: SyncContext): number {
  const watermark = state.watermark ?? 0
  if (now() - state.watermarkMovedAt < 2 * overlapMs) return watermark - overlapMs
  return state.incrementCalls > 1 ? watermark + 1 : watermark
}

/** Takes in the goals of a part, and gives the largest ModifiedDate among them; null when they are not what was asked for. */
async function readChanges(
  context: SyncContext,
  form: InstantForm,
  whole: Part,
): Promise<{ newest: number; calls: number } | null> {
  const { state, connection } = context
  const select = await context.select()
  const pageSize = pageSizeOf(context)
  const parts = [whole]
  let newest = 0
  let calls = 0
  for (let page = 1; parts.length > 0;) {
    const part = parts[0] ?? whole
    const where = whereOf(part, form)
    const read = await context.readPage({ select, ...(where && { where }), page, pageSize })
    calls += read.calls
    state.answeredAt = context.now()
    if (read.select.includes('ModifiedDate') && read.goals.some((goal) => strayBy(part, goal) !== null)) return null
    const selection = selectionOf(read.select)
    await context.apply(
      read.goals.map((goal) => fetchedSighting(goal, selection)),
      { askedAt: read.askedAt, agreedAt: state.agreedAt },
    )
    newest = Math.max(newest, ...read.goals.map(modifiedAt))
    const isFull = read.size >= pageSize
    const pieces =
      isFull && (state.isOrderUnstable || connection.capabilities().orderStable === 'no')
        ? piecesOf(part, read.goals, pageSize)
        : null
    if (pieces) parts.splice(0, 1, ...pieces)
    else if (!isFull) parts.shift()
    page = isFull && !pieces ? page + 1 : 1
  }
  return { newest, calls }
}

const modifiedAt = ({ fields }: GoalRecord): number => Number(fields['ModifiedDate'] ?? 0)

/** Where pages do not stand still, what does not fit on one is divided by the dates that came. */
function piecesOf(part: Part, goals: readonly GoalRecord[], pageSize: number): Part[] | null {
  const traits = goals.map((goal) => ({
    CreatedDate: null,
    ModifiedDate: modifiedAt(goal),
    CompanyId: null,
    StatusId: null,
  }))
  const byOthers = new Set(['CreatedDate', 'CompanyId', 'StatusId'] as const)
  return splitPart(part, traits, { pageSize, unusable: byOthers })?.parts ?? null
}

import { isRefusal } from '#bff/catalogue/narrow-select.ts'
import { type GoalPage, isPageRefused, type PageRequest } from './goal-reader.ts'
import type { GoalRecord } from './goal-record.ts'
import { fetchedSighting, selectionOf } from './sighting.ts'
import { type InstantForm, type Part, splitPart, strayBy, whereOf } from './sweep-parts.ts'
import { pageSizeOf, smallerPage, type SyncContext } from './sync-context.ts'

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
  const pageSize = pageSizeOf(context)
  try {
    const whole: Part = [{ field: 'ModifiedDate', from: beginningOf(context), to: null }]
    const changes = await readChanges(context, form, whole, pageSize)
    if (changes) noteAgreement(context, startedAt, changes)
    else state.noIncrementsUntil = startedAt + distrustMs
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (isPageRefused(error)) state.pageLimit = smallerPage(pageSize, error)
    else state.noIncrementsUntil = startedAt + distrustMs
  }
  await context.save()
}

type Changes = { newest: number; calls: number }

function noteAgreement({ state, now }: SyncContext, startedAt: number, { newest, calls }: Changes): void {
  // While several pages were read, a goal of an earlier one may have been changed and not be seen again.
  const span = calls > 1 ? now() - startedAt : 0
  if (newest - span > (state.watermark ?? 0)) {
    state.watermark = newest - span
    state.watermarkMovedAt = startedAt
  }
  state.incrementCalls = calls
  state.incrementAt = startedAt
  state.agreedAt = Math.max(state.agreedAt ?? 0, startedAt)
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
  pageSize: number,
): Promise<Changes | null> {
  const { state, connection } = context
  const select = await context.select()
  const isOrderStable = !state.isOrderUnstable && connection.capabilities().orderStable !== 'no'
  const parts = [whole]
  const changes: Changes = { newest: 0, calls: 0 }
  let page = 1
  while (parts[0]) {
    const [part] = parts
    const where = whereOf(part, form)
    const read = await readPage(context, { select, ...(where && { where }), page, pageSize })
    changes.calls += read?.calls ?? 1
    state.answeredAt = context.now()
    const goals = read?.goals ?? []
    if (read?.select.includes('ModifiedDate') && goals.some((goal) => strayBy(part, goal) !== null)) return null
    if (read) await takeIn(context, read)
    changes.newest = Math.max(changes.newest, ...goals.map(modifiedAt))
    const isFull = read !== null && read.size >= pageSize
    const pieces = isFull && !isOrderStable ? piecesOf(part, goals, pageSize) : null
    if (pieces || !isFull) parts.splice(0, 1, ...(pieces ?? []))
    page = isFull && !pieces ? page + 1 : 1
  }
  return changes
}

/** Null for a page behind the last one, which some tenants refuse. */
async function readPage(context: SyncContext, request: PageRequest): Promise<GoalPage | null> {
  try {
    return await context.readPage(request)
  } catch (error) {
    if (request.page > 1 && isPageRefused(error)) return null
    throw error
  }
}

async function takeIn(context: SyncContext, { goals, select, askedAt }: GoalPage): Promise<void> {
  const selection = selectionOf(select)
  const sightings = goals.map((goal) => fetchedSighting(goal, selection))
  await context.apply(sightings, { askedAt, agreedAt: context.state.agreedAt })
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

import { confirmUnseen } from './confirm.ts'
import { readNewestModified } from './goals-known.ts'
import { everyGoal, readInParts, takeForUnstable } from './sweep-course.ts'
import { doubt } from './sweep-doubts.ts'
import { readNextPage, readSampleAgain } from './sweep-pages.ts'
import { pageSizeOf, type SyncContext } from './sync-context.ts'
import type { Sweep } from './sync-state.ts'

/** How long a field that the tenant refused is left alone. */
const refusalAgeMs = 86_400_000

/**
 * Takes one step, of about one call, of a reading of all goals, and begins one when none is under way. What is stored after
 * each step is enough to go on after a restart. Throws what keeps the step from being taken; then it can be tried again.
 * True when that was the last step.
 */
export async function sweepStep(context: SyncContext): Promise<boolean> {
  const { state } = context
  const select = await context.select()
  const { sweep: known } = state
  const isOutgrown =
    known !== null && (pageSizeOf(context) > known.pageSize || select.some((field) => !known.select.includes(field)))
  if (known === null || isOutgrown) state.sweep = await begin(context, select)
  const { sweep } = state
  if (sweep === null) return false
  if (sweep.parts.length > 0) await readNextPage(context, sweep)
  else if (sweep.samples.length > 0) await readSampleAgain(context, sweep)
  else return confirmOrFinish(context, sweep)
  return false
}

async function begin(context: SyncContext, select: string[]): Promise<Sweep> {
  const { state, connection } = context
  for (const refused of [state.refusedSelects, state.refusedFilters]) forgetOld(refused, context.now())
  state.sweeps += 1
  // So far every goal in the index was asked for these, and its empty fields are known to be empty.
  if (state.sweeps === 1) state.knownFields = select
  const sweep: Sweep = {
    number: state.sweeps,
    startedAt: context.now(),
    select,
    pageSize: pageSizeOf(context),
    parts: everyGoal(context),
    page: 1,
    isSplit: false,
    instantForm: 'epoch',
    samples: [],
    calls: 0,
    confirmed: 0,
    isResumed: false,
    doubts: [],
  }
  if (state.isOrderUnstable || connection.capabilities().orderStable === 'no') await readInParts(context, sweep)
  return sweep
}

function forgetOld(refused: Record<string, number>, now: number): void {
  for (const [field, at] of Object.entries(refused)) if (now - at > refusalAgeMs) delete refused[field]
}

async function confirmOrFinish(context: SyncContext, sweep: Sweep): Promise<boolean> {
  const confirmation = await confirmUnseen(context, sweep)
  if (confirmation === 'confirmed') return false
  if (confirmation === 'missed') {
    if (sweep.isSplit) doubt(sweep, 'missed')
    else await takeForUnstable(context, sweep)
    return false
  }
  if (confirmation === 'doubtful') doubt(sweep, 'unconfirmed')
  await finish(context, sweep)
  return true
}

async function finish(context: SyncContext, sweep: Sweep): Promise<void> {
  const { state } = context
  const endedAt = context.now()
  state.sweep = null
  state.sweepCalls = sweep.calls
  state.sweptAt = endedAt
  state.knownFields = sweep.select
  // What was changed behind the sweep's back bears a later date than the tenant's clock showed when it began.
  const newest = state.watermark === null ? await readNewestModified(context.database) : null
  if (newest !== null) state.watermark = newest - (endedAt - sweep.startedAt)
  state.agreedAt = Math.max(state.agreedAt ?? 0, sweep.startedAt)
  state.incompleteBecause = sweep.doubts.length === 0 ? null : sweep.doubts.join(' ')
  if (sweep.doubts.length === 0) state.completedAt = endedAt
  await context.save()
}

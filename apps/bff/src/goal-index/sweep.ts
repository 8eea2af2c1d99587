import { createHash } from 'node:crypto'
import { isRefusal } from '#bff/catalogue/narrow-select.ts'
import { entityTypes } from '@goalkeeper/gainsight/goal-write'
import type { GainsightError } from '@goalkeeper/gainsight/error'
import { confirmUnseen } from './confirm.ts'
import { type GoalPage, isPageRefused } from './goal-reader.ts'
import { readNewestModified } from './goals-known.ts'
import { readKnownTraits } from './known-traits.ts'
import { fetchedSighting, selectionOf } from './sighting.ts'
import { type Part, type PartField, type Split, splitPart, strayBy, whereOf, withoutField } from './sweep-parts.ts'
import { pageSizeOf, type SyncContext } from './sync-context.ts'
import type { Sweep } from './sync-state.ts'

/** How long a field that the tenant refused is left alone. */
const refusalAgeMs = 86_400_000

/** Page sizes to go down to when one is refused. */
const pageSizes = [1000, 500, 200, 100, 50, 25, 10, 5, 2, 1]

/**
 * Takes one step, of about one call, of a reading of all goals, and begins one when none is under way. The state stored with
 * each step is enough to go on after a restart. Throws what keeps the step from being taken; then it can be tried again.
 */
export async function sweepStep(context: SyncContext): Promise<void> {
  const { state } = context
  const select = await context.select()
  const isOutgrown =
    state.sweep &&
    (pageSizeOf(context) > state.sweep.pageSize || select.some((field) => !state.sweep?.select.includes(field)))
  if (!state.sweep || isOutgrown) state.sweep = await begin(context, select)
  const { sweep } = state
  if (sweep.parts.length > 0) return readOn(context, sweep)
  if (sweep.samples.length > 0) return readSampleAgain(context, sweep)
  await confirmOrFinish(context, sweep)
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
    parts: [],
    page: 1,
    isSplit: false,
    samples: [],
    calls: 0,
    confirmed: 0,
    isResumed: false,
    doubts: [],
  }
  if (state.isOrderUnstable || connection.capabilities().orderStable === 'no') await readInParts(context, sweep)
  else sweep.parts = everyGoal(context)
  return sweep
}

function forgetOld(refused: Record<string, number>, now: number): void {
  for (const [field, at] of Object.entries(refused)) if (now - at > refusalAgeMs) delete refused[field]
}

/** All goals: as one part, or by entity type where a fetch must have a filter. */
function everyGoal({ connection }: SyncContext): Part[] {
  if (connection.capabilities().whereOptional) return [[]]
  return entityTypes.map((value) => [{ field: 'EntityType', value }])
}

/** Begins to read by parts of which each has to fit on one short page: such a page is whole, whatever the order. */
async function readInParts(context: SyncContext, sweep: Sweep): Promise<void> {
  sweep.isSplit = true
  sweep.samples = []
  sweep.page = 1
  sweep.parts = []
  for (const part of everyGoal(context)) {
    const found = await split(context, sweep, part)
    sweep.parts.push(...(found?.isWhole ? found.parts : [part]))
  }
}

async function split(context: SyncContext, sweep: Sweep, part: Part): Promise<Split | null> {
  const goals = await readKnownTraits(context.database, part)
  if (goals.length < sweep.pageSize) return null
  const unusable = new Set(Object.keys(context.state.refusedFilters) as PartField[])
  return splitPart(part, goals, { pageSize: sweep.pageSize, unusable })
}

const doubts = {
  choice:
    'Gainsight lists goals in no fixed order and takes no date ranges, so they are read company by company: goals of a company that is not known here may be missing.',
  missed: 'Some goals came only when they were asked for by their Gsid, so others may be missing.',
  unconfirmed: 'Goals that did not come with the others could not all be asked for one by one, so they are kept.',
  pages:
    'Gainsight lists goals in no fixed order and takes no filter that would divide them, so some may have been missed between two pages.',
}

function doubt(sweep: Sweep, sentence: string): void {
  if (!sweep.doubts.includes(sentence)) sweep.doubts.push(sentence)
}

/** Reads the next page of the first part that is still to be read. */
async function readOn(context: SyncContext, sweep: Sweep): Promise<void> {
  const part = sweep.parts[0] ?? []
  const { page } = sweep
  let read: GoalPage
  try {
    read = await readPage(context, sweep, part, page)
  } catch (error) {
    if (isPageRefused(error) && page > 1) return endPart(context, sweep)
    if (isPageRefused(error)) return shrinkPages(context, sweep, error)
    if (isRefusal(error) && part.length > 0) return setAside(context, sweep, refusedField(part, error))
    throw error
  }
  const isSizeProven = context.state.largestPage >= sweep.pageSize
  context.state.largestPage = Math.max(context.state.largestPage, read.size)
  const seenTwice = await applyPage(context, sweep, read)
  const selected = part.filter(({ field }) => read.select.includes(field))
  const stray = read.goals.map((goal) => strayBy(selected, goal)).find((field) => field !== null)
  if (stray) return setAside(context, sweep, stray)

  if (read.size >= sweep.pageSize) return afterFullPage(context, sweep, part, read, seenTwice)
  if (!isSizeProven && read.size > 0 && (await hasNextPage(context, sweep, part))) {
    context.state.pageLimit = read.size
    return startOver(context)
  }
  if (!sweep.isSplit && seenTwice > 0) return takeForUnstable(context, sweep)
  await endPart(context, sweep)
}

/** Gives the number of goals that another page of this sweep had already shown. After a restart one page may be read again. */
async function applyPage(context: SyncContext, sweep: Sweep, { goals, select, askedAt }: GoalPage): Promise<number> {
  const selection = selectionOf(select)
  const sightings = goals.map((goal) => fetchedSighting(goal, selection))
  const { seenTwice } = await context.apply(sightings, { askedAt, sweep: sweep.number })
  const isResumed = sweep.isResumed
  sweep.isResumed = false
  return isResumed ? 0 : seenTwice
}

async function afterFullPage(
  context: SyncContext,
  sweep: Sweep,
  part: Part,
  read: GoalPage,
  seenTwice: number,
): Promise<void> {
  const { page } = sweep
  if (sweep.isSplit) {
    const found = page === 1 ? await split(context, sweep, part) : null
    if (found?.isWhole) {
      sweep.parts.splice(0, 1, ...found.parts)
      return context.save()
    }
  } else if (seenTwice > 0 || (page === 2 && (await hasFirstPageMoved(context, sweep, part)))) {
    return takeForUnstable(context, sweep)
  } else if (part.length === 0 && isPowerOfTwo(page)) {
    sweep.samples = [...sweep.samples.filter((sample) => sample.page === 1), { page, print: printOf(read) }]
  }
  sweep.page += 1
  await context.save()
}

const isPowerOfTwo = (page: number) => Number.isInteger(Math.log2(page))

async function readPage(context: SyncContext, sweep: Sweep, part: Part, page: number): Promise<GoalPage> {
  const { connection, state } = context
  const where = whereOf(part, connection.capabilities().modifiedSince ?? 'epoch')
  const read = await context.readPage({ select: sweep.select, ...(where && { where }), page, pageSize: sweep.pageSize })
  sweep.calls += read.calls
  sweep.select = read.select
  state.answeredAt = context.now()
  return read
}

async function hasNextPage(context: SyncContext, sweep: Sweep, part: Part): Promise<boolean> {
  try {
    return (await readPage(context, sweep, part, sweep.page + 1)).size > 0
  } catch (error) {
    if (isPageRefused(error)) return false
    throw error
  }
}

/** In the very first sweep an unstable order is looked for at once, before many pages are read in vain. */
async function hasFirstPageMoved(context: SyncContext, sweep: Sweep, part: Part): Promise<boolean> {
  const first = sweep.samples.find(({ page }) => page === 1)
  if (!first || context.state.sweptAt !== null) return false
  return printOf(await readPage(context, sweep, part, 1)) !== first.print
}

/** A page that holds other goals than before has moved, and others may have slipped through between pages. */
async function readSampleAgain(context: SyncContext, sweep: Sweep): Promise<void> {
  const sample = sweep.samples[0]
  if (!sample) return
  const read = await readPage(context, sweep, [], sample.page)
  if (printOf(read) !== sample.print) return takeForUnstable(context, sweep)
  sweep.samples.shift()
  await context.save()
}

function printOf({ goals }: GoalPage): string {
  const gsids = goals.map(({ gsid }) => gsid).toSorted()
  return createHash('sha256').update(gsids.join()).digest('base64url')
}

async function takeForUnstable(context: SyncContext, sweep: Sweep): Promise<void> {
  context.state.isOrderUnstable = true
  await readInParts(context, sweep)
  await context.save()
}

/** A part that took several pages though they do not stand still is read again by what it was seen to hold. */
async function endPart(context: SyncContext, sweep: Sweep): Promise<void> {
  const part = sweep.parts.shift() ?? []
  if (sweep.isSplit && sweep.page > 1) {
    const found = await split(context, sweep, part)
    if (found) sweep.parts.unshift(...found.parts)
    doubt(sweep, found ? doubts.choice : doubts.pages)
  }
  sweep.page = 1
  await context.save()
}

/** The field of a part's filter that a refusal is about: the one it names, else the one that was added last. */
function refusedField(part: Part, refusal: GainsightError): PartField | null {
  const named = part.find(({ field }) => Object.hasOwn(refusal.fields, field)) ?? part.at(-1)
  // Not every tenant can be asked for empty dates; those that the sync splits by are set by the tenant itself, and never empty.
  return !named || 'blank' in named ? null : named.field
}

/** Goes on without a filter that the tenant does not take, or does not take for what it says. Null: only without this part. */
async function setAside(context: SyncContext, sweep: Sweep, field: PartField | null): Promise<void> {
  if (field === null) return endPart(context, sweep)
  context.state.refusedFilters[field] = context.now()
  sweep.parts = withoutField(sweep.parts, field)
  sweep.doubts = []
  sweep.page = 1
  await context.save()
}

async function shrinkPages(context: SyncContext, sweep: Sweep, refusal: unknown): Promise<void> {
  const smaller = pageSizes.find((size) => size < sweep.pageSize)
  if (smaller === undefined) throw refusal
  context.state.pageLimit = smaller
  await startOver(context)
}

async function startOver(context: SyncContext): Promise<void> {
  context.state.sweep = null
  await context.save()
}

async function confirmOrFinish(context: SyncContext, sweep: Sweep): Promise<void> {
  const confirmation = await confirmUnseen(context, sweep)
  if (confirmation === 'confirmed') return
  if (confirmation === 'missed' && !sweep.isSplit) return takeForUnstable(context, sweep)
  if (confirmation === 'missed') return doubt(sweep, doubts.missed)
  if (confirmation === 'doubtful') doubt(sweep, doubts.unconfirmed)
  await finish(context, sweep)
}

async function finish(context: SyncContext, sweep: Sweep): Promise<void> {
  const { state } = context
  const tookMs = context.now() - sweep.startedAt
  state.sweep = null
  state.sweepCalls = sweep.calls
  state.sweptAt = context.now()
  state.knownFields = sweep.select
  // What was changed behind the sweep's back bears a later date than the tenant's clock showed when it began.
  const newest = state.watermark === null ? await readNewestModified(context.database) : null
  if (newest !== null) state.watermark = newest - tookMs
  state.agreedAt = Math.max(state.agreedAt ?? 0, sweep.startedAt)
  state.incompleteBecause = sweep.doubts.length === 0 ? null : sweep.doubts.join(' ')
  if (sweep.doubts.length === 0) state.completedAt = state.sweptAt
  await context.save()
}

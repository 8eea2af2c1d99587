import { createHash } from 'node:crypto'
import { isRefusal } from '#bff/catalogue/narrow-select.ts'
import { inParts } from '#bff/in-parts.ts'
import { type GoalPage, isPageRefused } from './goal-reader.ts'
import { fetchedSighting, selectionOf } from './sighting.ts'
import { afterRefusal, divide, endPart, setAside, shrinkPages, startOver, takeForUnstable } from './sweep-course.ts'
import { type Part, strayBy, whereOf } from './sweep-parts.ts'
import type { SyncContext } from './sync-context.ts'
import type { Sweep } from './sync-state.ts'

/** Reads the next page of the first part that is still to be read, and decides by what came how to go on. */
export async function readNextPage(context: SyncContext, sweep: Sweep): Promise<void> {
  const { state } = context
  const part = sweep.parts[0] ?? []
  let read: GoalPage
  try {
    read = await readPage(context, sweep, part, sweep.page)
  } catch (error) {
    if (isPageRefused(error) && sweep.page > 1) return endPart(context, sweep)
    if (isPageRefused(error)) return shrinkPages(context, sweep, error)
    if (isRefusal(error) && part.length > 0) return afterRefusal(context, sweep, part, error)
    throw error
  }
  const isSizeProven = state.largestPage >= sweep.pageSize
  state.largestPage = Math.max(state.largestPage, read.size)
  const seenTwice = await applyPage(context, sweep, read)
  const selected = part.filter(({ field }) => read.select.includes(field))
  const stray = read.goals.map((goal) => strayBy(selected, goal)).find((field) => field !== null)
  if (stray) return setAside(context, sweep, stray)

  const isFull = read.size >= sweep.pageSize
  const isCutDown = !isFull && !isSizeProven && read.size > 0 && (await hasNextPage(context, sweep, part))
  if (isCutDown) return startOver(context, read.size)
  if (sweep.isSplit && isFull && sweep.page === 1 && (await divide(context, sweep, part))) return
  if (!sweep.isSplit && (seenTwice > 0 || (await hasFirstPageMoved(context, sweep, part)))) {
    return takeForUnstable(context, sweep)
  }
  if (!isFull) return endPart(context, sweep)
  if (!sweep.isSplit) keepSample(sweep, part, read)
  sweep.page += 1
  await context.save()
}

async function readPage(context: SyncContext, sweep: Sweep, part: Part, page: number): Promise<GoalPage> {
  const { connection, state } = context
  const where = whereOf(part, connection.capabilities().modifiedSince ?? sweep.instantForm)
  const { select, pageSize } = sweep
  const read = await context.readPage({ select, ...(where && { where }), page, pageSize })
  sweep.calls += read.calls
  sweep.select = read.select
  state.answeredAt = context.now()
  return read
}

/** So many goals are written at once. */
const appliedAtOnce = 250

/** Gives the number of goals that another page of this sweep had already shown. After an interruption one page may be read again. */
async function applyPage(context: SyncContext, sweep: Sweep, { goals, select, askedAt }: GoalPage): Promise<number> {
  const selection = selectionOf(select)
  let seenTwice = 0
  for (const some of inParts(goals, appliedAtOnce)) {
    const sightings = some.map((goal) => fetchedSighting(goal, selection))
    seenTwice += (await context.apply(sightings, { askedAt, sweep: sweep.number })).seenTwice
  }
  const { isResumed } = sweep
  sweep.isResumed = false
  return isResumed ? 0 : seenTwice
}

/** A short page is the last one, unless the tenant cuts every page down to a size of its own. */
async function hasNextPage(context: SyncContext, sweep: Sweep, part: Part): Promise<boolean> {
  try {
    return (await readPage(context, sweep, part, sweep.page + 1)).size > 0
  } catch (error) {
    if (isPageRefused(error)) return false
    throw error
  }
}

/** In the very first sweep an unstable order is looked for after two pages, before many are read in vain. */
async function hasFirstPageMoved(context: SyncContext, sweep: Sweep, part: Part): Promise<boolean> {
  if (sweep.page !== 2 || context.state.sweptAt !== null) return false
  const first = sweep.samples.find(
    (sample) => sample.page === 1 && JSON.stringify(sample.part) === JSON.stringify(part),
  )
  return first !== undefined && printOf(await readPage(context, sweep, part, 1)) !== first.print
}

/** Of each part the first page and one from its further half are read again at the end. */
function keepSample(sweep: Sweep, part: Part, read: GoalPage): void {
  const { page } = sweep
  if (!Number.isInteger(Math.log2(page))) return
  const isOlder = (sample: Sweep['samples'][number]) =>
    sample.page > 1 && JSON.stringify(sample.part) === JSON.stringify(part)
  sweep.samples = [...sweep.samples.filter((sample) => !isOlder(sample)), { part, page, print: printOf(read) }]
}

/** A page that holds other goals than before has moved, and some may have slipped through between two pages. */
export async function readSampleAgain(context: SyncContext, sweep: Sweep): Promise<void> {
  const sample = sweep.samples[0]
  if (!sample) return
  const read = await readPage(context, sweep, sample.part, sample.page)
  if (printOf(read) !== sample.print) return takeForUnstable(context, sweep)
  sweep.samples.shift()
  await context.save()
}

function printOf({ goals }: GoalPage): string {
  const gsids = goals.map(({ gsid }) => gsid).toSorted()
  return createHash('sha256').update(gsids.join()).digest('base64url')
}

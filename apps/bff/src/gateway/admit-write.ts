import * as texts from '@goalkeeper/texts/server/gateway'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import type { Write } from '@goalkeeper/contract/writes'
import { AppError } from '#bff/http/app-error.ts'
import type { CallBudget } from './budget.ts'
import type { KnownGoals, WriteCall } from './gateway.ts'
import type { GoalSearch } from './goal-search.ts'
import { movedSince, traitsOf } from './goal-version.ts'
import type { Journal } from './journal.ts'
import { routeLabels } from './route-table.ts'
import type { Slot } from './slot-gate.ts'
import type { Before, WriteRow } from './tables.ts'
import { entryOf, type GoalWrite, parentOf, targetsOf } from './write-body.ts'
import { viewOf } from './write-view.ts'

type Parts = {
  budget: Pick<CallBudget, 'admit'>
  journal: Journal
  goals: KnownGoals
  search: GoalSearch
  tell: (write: Write) => void
}

/** What was read for `If-Match` counts for so long; a write that waited longer for its slot reads again. */
const staleMs = 5_000
const mostReads = 3

/** `storedAt`: when the intent was stored, by `performance.now()`. */
export type AdmittedWrite = { slot: Slot; before: Before | null; storedAt: number }

/**
 * Waits for the slot of a write, and takes it together with the storing of the intent. Before that it notes what settling
 * an unknown outcome will have to know, and refuses a write whose goal has moved on.
 */
export function createAdmitWrite({ budget, journal, goals, search, tell }: Parts) {
  /** The traits that the update touches: read anew when the write hangs on them, else as last seen. */
  async function beforeUpdate(
    { body }: GoalWrite & { kind: 'update' },
    call: WriteCall,
    signal: AbortSignal,
  ): Promise<Before | null> {
    const { Gsid } = entryOf(body).record
    const touched = [...targetsOf(body).keys()]
    const current =
      call.ifMatch === undefined
        ? await goals.lastSeen(Gsid)
        : unmoved(await goals.fresh(Gsid, askingOf(call, signal)), call.ifMatch, touched)
    if (!current) return null
    const traits = traitsOf(current)
    return { traits: Object.fromEntries(touched.map((name) => [name, traits.get(name) ?? null])) }
  }

  /**
   * The goals that have the name and parent already: from the index when it is complete, which costs nothing, else read from
   * the tenant. A stamp proves more than they do, so with one nothing is read.
   */
  async function beforeCreate(
    row: WriteRow,
    { body }: GoalWrite & { kind: 'create' },
    call: WriteCall,
    signal: AbortSignal,
  ): Promise<Before | null> {
    const name = entryOf(body).record.Name
    const parent = parentOf(body)
    const parentRef = parent.by === 'id' ? { field: parent.field, gsid: parent.gsid } : null
    const known = await goals.named(name, parentRef)
    if (known) return { gsids: known }
    if (row.correlation_field !== null) return null
    const found = await search.named(name, parentRef, askingOf(call, signal))
    return { gsids: found.map(({ gsid }) => gsid) }
  }

  async function admitOnce(
    row: WriteRow,
    write: GoalWrite,
    call: WriteCall,
    signal: AbortSignal,
    isLast: boolean,
  ): Promise<AdmittedWrite> {
    const before =
      write.kind === 'update' ? await beforeUpdate(write, call, signal) : await beforeCreate(row, write, call, signal)
    const readAt = performance.now()
    let storedAt = readAt
    const slot = await budget.admit({
      limitClass: 'synchronous',
      ...askingOf(call, signal),
      label: routeLabels[write.kind === 'update' ? 'updateGoal' : 'createGoal'],
      writeId: row.id,
      patienceMs: call.patienceMs,
      onWait: (seconds) => tell(viewOf(row, seconds)),
      async store(trx, now) {
        storedAt = performance.now()
        const isStale = call.ifMatch !== undefined && storedAt - readAt > staleMs
        if (isStale && !isLast) throw new StaleReadError()
        if (call.lease && !(await call.lease.alongside(trx))) return false
        return journal.markSent(trx, row.id, now, before)
      },
    })
    return { slot, before, storedAt }
  }

  return async (row: WriteRow, write: GoalWrite, call: WriteCall, signal: AbortSignal): Promise<AdmittedWrite> => {
    for (let read = 1; ; read++) {
      try {
        return await admitOnce(row, write, call, signal, read === mostReads)
      } catch (error) {
        if (!(error instanceof StaleReadError)) throw error
      }
    }
  }
}

/** The write waited so long for its slot that its goal has to be read again. */
class StaleReadError extends Error {}

function askingOf({ lane = 'people', isSpread = false, actor, session = actor }: WriteCall, signal: AbortSignal) {
  return { lane, isSpread, actor, session, signal }
}

/** The goal, if nothing that the write touches has moved since the ETag. */
function unmoved(current: GoalDetail | null, etag: string, touched: string[]): GoalDetail {
  if (!current) throw new AppError('not-found', texts.theGoalIsNotThereAny)
  const moved = movedSince(etag, current, touched) ?? []
  if (moved.length === 0) return current
  const changed = texts.wasChangedMeanwhile
  throw new AppError('changed-elsewhere', texts.somebodyChangedThisGoal, {
    fields: Object.fromEntries(moved.map((name) => [writtenName(name), changed])),
    current,
  })
}

/** What a trait is called in the body of a write. */
const writtenName = (trait: string) => (trait === 'StatusId' ? 'StatusName' : trait.replace(/\/.*/, ''))

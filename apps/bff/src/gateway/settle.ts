import type { Logger } from 'pino'
import type { Events } from '#bff/events/events.ts'
import type { AppError } from '#bff/http/app-error.ts'
import type { BudgetClock } from './budget-clock.ts'
import type { SettledWrite } from './gateway.ts'
import type { IntentFile } from './intent-file.ts'
import type { Journal } from './journal.ts'
import type { Finding, WriteRow } from './tables.ts'
import { storedProblem, viewOf } from './write-view.ts'

type Parts = {
  journal: Journal
  /** Null where the database keeps what it acknowledges. */
  intents: () => IntentFile | null
  clock: Pick<BudgetClock, 'now'>
  events: Pick<Events, 'emit'>
  /** Applies a confirmed write to the index. */
  onSettled: (settled: SettledWrite) => Promise<void>
  log: Logger
}

/** What is known to have been applied. `reply` is the tenant's text; without it (found by reading) one is made. */
export type Applied = { gsid: string; data: unknown; reply?: string; finding?: Finding; detail?: string }

/**
 * Ends a write: stores the outcome, applies it to the index, tells the browsers. Gives the row as it is now, also where somebody
 * else settled it before.
 */
export type Settle = ReturnType<typeof createSettle>

export function createSettle({ journal, intents, clock, events, onSettled, log }: Parts) {
  const tell = (row: WriteRow) => events.emit({ type: 'write', write: viewOf(row) })

  /** Keeps the outcome beside an embedded database, too. Without it, a start would find out again what is known. */
  async function keep(row: WriteRow): Promise<void> {
    try {
      await intents()?.append(row)
    } catch (error) {
      log.warn({ err: error, writeId: row.id }, 'The outcome of a write could not be put on the disk')
    }
  }

  async function current(row: WriteRow): Promise<WriteRow> {
    return (await journal.find(row.id)) ?? row
  }

  return {
    async confirmed(row: WriteRow, { gsid, data, reply, finding, detail }: Applied): Promise<WriteRow> {
      const outcome = {
        gsid,
        reply: reply ?? envelopeOf(row.id, data),
        ...(finding && { finding }),
        ...(detail && { detail }),
      }
      const settled = await journal.settle(row.id, 'confirmed', clock.now(), outcome)
      if (!settled) return current(row)
      await keep(settled)
      try {
        await onSettled({ write: viewOf(settled), kind: settled.kind, request: settled.body, data, gsid })
      } catch (error) {
        // The write is applied whatever the index makes of it; the next sync brings it.
        log.error({ err: error, writeId: row.id }, 'A confirmed write could not be applied to the index')
      }
      tell(settled)
      return settled
    },

    async refused(row: WriteRow, error: AppError, finding?: Finding): Promise<WriteRow> {
      const outcome = { problem: storedProblem(error), detail: error.message, ...(finding && { finding }) }
      const settled = await journal.settle(row.id, 'refused', clock.now(), outcome)
      if (!settled) return current(row)
      await keep(settled)
      tell(settled)
      return settled
    },

    /**
     * Ends a write that was not sent: refused where its goal has changed elsewhere, else cancelled. Null when somebody ended
     * it before.
     */
    async unsent(row: WriteRow, error: AppError): Promise<WriteRow | null> {
      const state = error.code === 'changed-elsewhere' ? 'refused' : 'cancelled'
      const ended = await journal.giveUp(row.id, state, clock.now(), storedProblem(error))
      if (ended) tell(ended)
      return ended
    },

    /** A write that the tenant turned away unread waits again. False when somebody ended it before. */
    async putBack(row: WriteRow): Promise<boolean> {
      const waiting = await journal.putBack(row.id)
      if (waiting) tell(waiting)
      return waiting !== null
    },

    async doubted(row: WriteRow, error: AppError): Promise<WriteRow> {
      const doubted = await journal.doubt(row.id, clock.now(), storedProblem(error))
      if (!doubted) return current(row)
      log.warn({ writeId: row.id, kind: row.kind, code: error.code }, 'The outcome of a write is unknown')
      tell(doubted)
      return doubted
    },

    tell,
  }
}

/** The tenant's envelope around what was read, for a request that comes again for a reply that never arrived. */
function envelopeOf(requestId: string, data: unknown): string {
  return JSON.stringify({ result: true, errorCode: null, errorDesc: null, requestId, data, message: null })
}

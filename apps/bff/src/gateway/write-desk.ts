import * as texts from '@goalkeeper/texts/server/gateway'
import type { Write } from '@goalkeeper/contract/writes'
import { AppError } from '#bff/http/app-error.ts'
import type { Caller } from '#bff/http/caller.ts'
import type { BudgetClock } from './budget-clock.ts'
import type { CallBudget } from './budget.ts'
import type { Doubts } from './doubts.ts'
import type { Gateway, KnownGoals } from './gateway.ts'
import type { Journal } from './journal.ts'
import type { Settle } from './settle.ts'
import type { WriteRow } from './tables.ts'
import { storedProblem, viewOf } from './write-view.ts'

type Parts = {
  journal: Journal
  doubts: Pick<Doubts, 'claimed'>
  settle: Settle
  budget: Pick<CallBudget, 'waiting'>
  goals: Pick<KnownGoals, 'fresh'>
  /** Ends the waiting of a write. */
  withdraw: (id: string) => void
  clock: Pick<BudgetClock, 'now'>
}

export type WriteDesk = Pick<
  Gateway,
  'pendingWrites' | 'openCreates' | 'listWrites' | 'readWrite' | 'cancelWrite' | 'settleWrite' | 'unsettled'
>

const newestSettled = 50

/** What people see of the journal, and what they may decide in it. */
export function createWriteDesk({ journal, doubts, settle, budget, goals, withdraw, clock }: Parts): WriteDesk {
  const view = (row: WriteRow): Write =>
    viewOf(row, budget.waiting().find(({ writeId }) => writeId === row.id)?.seconds ?? null)

  async function find(id: string): Promise<WriteRow> {
    const row = await journal.find(id)
    if (!row) throw new AppError('not-found', texts.thereIsNoSuchWrite)
    return row
  }

  /** A person says which goal an unknown create has become, or that an unknown update was applied. */
  async function settleAsApplied(row: WriteRow, gsid: string, by: Caller): Promise<WriteRow> {
    const wrong = (reason: string) => new AppError('invalid', reason, { fields: { gsid: reason }, writeId: row.id })
    if (row.kind === 'update' && gsid !== row.gsid) throw wrong(texts.thisWriteIsOfAnotherGoal)
    if ((await doubts.claimed([gsid], row.id)).size > 0) throw wrong(texts.anotherWriteHasCreatedThisGoal)
    const goal = await goals.fresh(gsid, by)
    if (!goal) throw wrong(texts.gainsightHasNoSuchGoal)
    const record = { ...goal.fields, Gsid: gsid }
    return settle.confirmed(row, {
      gsid,
      data: row.kind === 'create' ? { goal: record } : { record },
      finding: 'applied',
      detail: texts.decidedByItWasApplied(by.actor),
    })
  }

  return {
    openCreates: (keys) => journal.openCreates(keys),

    async pendingWrites(gsids) {
      const pending = new Map<string, Write[]>()
      for (const row of gsids.length > 0 ? await journal.openOf(gsids) : []) {
        const gsid = row.gsid ?? ''
        pending.set(gsid, [...(pending.get(gsid) ?? []), view(row)])
      }
      return pending
    },

    async listWrites() {
      const rows = [...(await journal.open()), ...(await journal.newestSettled(newestSettled))]
      return rows.map(view)
    },

    readWrite: async (id) => view(await find(id)),

    async cancelWrite(id, by) {
      const error = new AppError('cancelled', texts.cancelledByBeforeItWasSent(by.actor))
      const cancelled = await journal.cancel(id, clock.now(), storedProblem(error))
      if (!cancelled) {
        const { state } = await find(id)
        const detail = state === 'cancelled' ? texts.itIsCancelledAlready : texts.itHasBeenSentAndCannot
        throw new AppError('conflict', detail, { writeId: id })
      }
      withdraw(id)
      settle.tell(cancelled)
      return view(cancelled)
    },

    async settleWrite(id, gsid, by) {
      const row = await find(id)
      if (row.state !== 'unknown') throw new AppError('conflict', texts.theOutcomeOfThisWriteIs, { writeId: id })
      if (gsid !== null) return view(await settleAsApplied(row, gsid, by))
      const error = new AppError('tenant-broken', texts.decidedByItWasNotApplied(by.actor))
      return view(await settle.refused(row, error, 'not-applied'))
    },

    unsettled: () => journal.countUnknown(),
  }
}

import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'
import type { Ledger } from './ledger.ts'
import type { Pacer } from './pacer.ts'
import type { LedgerRow, SetRow } from './tables.ts'

/** Rows whose turn comes next, with their goals as they were read at `readAt` (milliseconds of the monotonic clock). */
export type Batch = { rows: LedgerRow[]; current: Map<string, GoalSnapshot | null>; readAt: number }

type Parts = { ledger: Pick<Ledger, 'next'>; goalIndex: Pick<GoalIndex, 'readMany'> }
/**
 * `except`: rows that are on their way. `most`: how many may be begun. `signal`: aborted when nothing more is to be sent. `pacer`: gives the turns of a
 * long run; null: it takes what it gets.
 */
type Wish = { set: SetRow; except: readonly number[]; most: number; signal: AbortSignal; pacer: Pacer | null }

/**
 * Reads the goals of the next rows just before their turn. The batch that comes after can be begun while the one before is still being sent:
 * else every slot that comes back in the time of that call would be lost.
 */
export function createNextBatch({ ledger, goalIndex }: Parts) {
  let begun: { signal: AbortSignal; batch: Promise<Batch> } | null = null

  async function read({ set, except, most, signal, pacer }: Wish): Promise<Batch> {
    const rows = await ledger.next(set.id, [...except], most)
    const gsids = rows.flatMap(({ kind, gsid }) => (kind === 'update' && gsid !== null ? [gsid] : []))
    const isSpread = pacer !== null
    const asking = { lane: 'changes', isSpread, actor: set.started_by ?? '', session: set.id, signal } as const
    if (gsids.length > 0) await pacer?.turn(signal)
    const current = gsids.length > 0 ? await goalIndex.readMany(gsids, asking) : new Map<string, GoalSnapshot | null>()
    return { rows, current, readAt: performance.now() }
  }

  return {
    begin(wish: Wish): void {
      const batch = read(wish)
      // Whoever takes it is told.
      batch.catch(() => undefined)
      begun = { signal: wish.signal, batch }
    },
    /** What was begun, unless that was withdrawn since; else it is read now. */
    take(wish: Wish): Promise<Batch> {
      const last = begun
      begun = null
      return last?.signal === wish.signal ? last.batch : read(wish)
    },
  }
}

import type { GoalChange, GoalDetail } from '@goalkeeper/contract/goals'
import type { ReviewGoal } from '@goalkeeper/contract/reviews'
import { AppError } from '#bff/http/app-error.ts'
import type { Asker } from '#bff/http/caller.ts'
import type { ReviewsNeeds } from './reviews.ts'
import type { Queue } from './queue.ts'
import type { ReviewStore } from './review-store.ts'
import { itemView } from './review-view.ts'
import type { ItemRow, ReviewRow } from './tables.ts'

type Parts = Pick<ReviewsNeeds, 'goalIndex'> & { store: ReviewStore; queue: Queue; now: () => number }

/** Other goals of the company, and changes, as many as help to decide. */
const mostOthers = 20
const mostChanges = 50
const dayMs = 86_400_000

/** One goal of a review with everything that is needed to decide. */
export function createReadReviewGoal({ goalIndex, store, queue, now }: Parts) {
  async function goalOf(gsid: string, asker: Asker): Promise<GoalDetail | null> {
    try {
      return (await goalIndex.goal(gsid, asker.caller)).goal
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return null
      throw error
    }
  }

  async function othersOf(item: ItemRow, asker: Asker): Promise<ReviewGoal['others']> {
    if (item.company_id === null) return []
    const { rows } = await goalIndex.query(
      {
        filter: { field: 'CompanyId', op: 'EQ', value: [item.company_id] },
        sort: [{ field: 'DueDate', direction: 'asc' }],
        select: ['Name', 'StatusName', 'DueDate'],
        limit: mostOthers + 1,
      },
      await goalIndex.sights.sightOf(asker),
    )
    const text = (value: unknown) => (typeof value === 'string' ? value : null)
    return rows
      .filter(({ gsid }) => gsid !== item.gsid)
      .slice(0, mostOthers)
      .map(({ gsid, fields }) => ({
        gsid,
        name: text(fields['Name']) ?? gsid,
        statusName: text(fields['StatusName']),
        dueDate: text(fields['DueDate']),
      }))
  }

  /** When it was last decided on in the review before. */
  async function since({ previous }: ReviewRow, gsid: string): Promise<number> {
    if (previous === null) return 0
    const before = await store.item(previous, gsid)
    return before?.decided_at ?? (await store.read(previous))?.created_at ?? 0
  }

  return async (review: ReviewRow, item: ItemRow, asker: Asker): Promise<ReviewGoal> => {
    const goal = await goalOf(item.gsid, asker)
    await queue.noteGone(review.id, item.gsid, goal === null)
    const { changes } = await goalIndex.changes(item.gsid)
    const from = await since(review, item.gsid)
    return {
      item: itemView({ ...item, gone: goal === null }, now()),
      goal,
      slips: slipsOf(changes),
      changes: changes.filter(({ seenAt }) => seenAt > from).slice(0, mostChanges),
      others: await othersOf(item, asker),
      notes: await store.notes(item.gsid, review.id),
    }
  }
}

/** How often a due date was put in the place of another, and by how many days in all. */
export function slipsOf(changes: readonly Pick<GoalChange, 'field' | 'before' | 'after'>[]): ReviewGoal['slips'] {
  const moves = changes.flatMap(({ field, before, after }) =>
    field === 'DueDate' && typeof before === 'string' && typeof after === 'string'
      ? [Math.round((Date.parse(after) - Date.parse(before)) / dayMs)]
      : [],
  )
  return { times: moves.length, days: moves.reduce((sum, days) => sum + days, 0) }
}

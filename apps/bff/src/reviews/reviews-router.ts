import * as common from '@goalkeeper/texts/server/common'
import * as texts from '@goalkeeper/texts/server/reviews'
import * as contract from '@goalkeeper/contract/reviews'
import { Router } from 'express'
import { AppError } from '#bff/http/app-error.ts'
import { type Asker, askerOf, permit } from '#bff/http/caller.ts'
import { type Cell, sendCsv } from '#bff/http/csv.ts'
import { endpoint } from '#bff/http/endpoint.ts'
import { idInPath } from '#bff/http/id-in-path.ts'
import type { Queue } from './queue.ts'
import type { ReviewStore } from './review-store.ts'
import { itemView, labelOf } from './review-view.ts'
import type { ReviewsNeeds, WhichGoals } from './reviews.ts'
import type { ItemRow, ReviewRow } from './tables.ts'

type NewReview = WhichGoals & { name: string; notesToDescription: boolean; previous: string | null }

type Parts = Pick<ReviewsNeeds, 'goalIndex' | 'catalogue'> & {
  store: ReviewStore
  queue: Queue
  readGoal: (review: ReviewRow, item: ItemRow, asker: Asker) => Promise<contract.ReviewGoal>
  make: (asker: Asker, asked: NewReview) => Promise<ReviewRow>
  view: (review: ReviewRow) => Promise<contract.Review>
  send: (asker: Asker, review: ReviewRow) => Promise<string>
  /** Its goals, with the decisions that can be taken back by now. */
  itemsOf: (review: ReviewRow) => Promise<ItemRow[]>
  now: () => number
}

/** Reviews: /api/reviews. */
export function createReviewsRouter(parts: Parts): Router {
  const { goalIndex, catalogue, store, queue, readGoal, make, view, send, itemsOf, now } = parts

  /** Who does not see every goal sees the reviews that they made. */
  async function reviewOf({ caller, rights }: Asker, id: string | null): Promise<ReviewRow> {
    const review = id === null ? undefined : await store.read(id)
    if (review && (rights.scope === null || review.created_by_id === caller.actorId)) return review
    throw new AppError('not-found', texts.thereIsNoSuchReview)
  }

  async function itemOf(asker: Asker, review: ReviewRow, gsid: string): Promise<ItemRow> {
    const item = await store.item(review.id, gsid)
    if (!item) throw new AppError('not-found', texts.thisGoalIsNotInThe)
    await goalIndex.sights.requireSeen(asker, gsid)
    return item
  }

  async function seen(asker: Asker, items: ItemRow[]): Promise<ItemRow[]> {
    if (asker.rights.scope === null) return items
    const goals = await goalIndex.sights.seenOf(
      asker,
      items.map(({ gsid }) => gsid),
    )
    return items.filter(({ gsid }) => goals.has(gsid))
  }

  return Router()
    .use(
      endpoint(contract.createReview, async ({ body, ...asker }) =>
        view(await make(asker, { ...body, previous: null })),
      ),
    )
    .use(
      endpoint(contract.listReviews, async ({ caller, rights }) => {
        const reviews = await store.list(rights.scope === null ? null : caller.actorId)
        const views = await Promise.all(reviews.map(view))
        return {
          reviews: views.toSorted((one, other) => Number(one.endedAt !== null) - Number(other.endedAt !== null)),
        }
      }),
    )
    .use(endpoint(contract.readReview, async ({ params, ...asker }) => view(await reviewOf(asker, params.id))))
    .use(
      endpoint(contract.queryReviewItems, async ({ params, body, ...asker }) => {
        const review = await reviewOf(asker, params.id)
        const { rows, total } = await store.page(review.id, body)
        return { items: (await seen(asker, rows)).map((item) => itemView(item, now())), total }
      }),
    )
    .use(
      endpoint(contract.readReviewGoal, async ({ params, ...asker }) => {
        const review = await reviewOf(asker, params.id)
        return readGoal(review, await itemOf(asker, review, params.gsid), asker)
      }),
    )
    .use(
      endpoint(contract.takeNext, async ({ params, body, ...asker }) => {
        const review = await reviewOf(asker, params.id)
        if (body.gsid !== undefined) await itemOf(asker, review, body.gsid)
        const items = await seen(asker, await queue.take(review.id, body, asker.caller))
        return { items: items.map((item) => itemView(item, now())) }
      }),
    )
    .use(
      endpoint(contract.saveDecision, async ({ params: { id, gsid }, body, ...asker }) => {
        const review = await reviewOf(asker, id)
        await itemOf(asker, review, gsid)
        await requireStatus(body.statusName)
        await itemsOf(review)
        return itemView(await queue.decide(review.id, gsid, body, asker.caller), now())
      }),
    )
    .use(
      endpoint(contract.takeBackDecision, async ({ params: { id, gsid }, ...asker }) => {
        const review = await reviewOf(asker, id)
        await itemOf(asker, review, gsid)
        await itemsOf(review)
        return itemView(await queue.takeBack(review.id, gsid), now())
      }),
    )
    .use(
      endpoint(contract.reviewToChangeSet, async ({ params, ...asker }) => ({
        changeSet: await send(asker, await reviewOf(asker, params.id)),
      })),
    )
    .use(
      endpoint(contract.repeatReview, async ({ params, body, ...asker }) => {
        const review = await reviewOf(asker, params.id)
        const { filter, search, notes_to_description: notesToDescription } = review
        return view(await make(asker, { ...body, filter, search, notesToDescription, previous: review.id }))
      }),
    )
    .get(contract.reviewSummaryPath, permit('read', 'exportReview'), async (request, response) => {
      const asker = askerOf(request)
      const review = await reviewOf(asker, idInPath(request))
      await sendCsv(
        response,
        `review-${review.id}.csv`,
        texts.columnsOfTheFile,
        lines(await seen(asker, await itemsOf(review))),
      )
    })

  async function requireStatus(name: string | null): Promise<void> {
    if (name === null || (await catalogue.statuses()).some((status) => status.active && status.name === name)) return
    const sentence = texts.thereIsNoStatusThatA(name)
    throw new AppError('invalid', sentence, { fields: { statusName: sentence } })
  }
}

async function* lines(items: readonly ItemRow[]): AsyncGenerator<Cell[]> {
  for (const { decision, ...item } of items) {
    const at = item.decided_at === null ? null : new Date(item.decided_at).toISOString()
    const decided: Cell[] = decision
      ? [
          labelOf(decision),
          decision.statusName,
          decision.dueDate,
          decision.note,
          decision.flagged ? common.yes : common.no,
        ]
      : [null, null, null, null, null]
    yield [item.company_name, item.csm, item.name, item.gsid, ...decided, item.decided_by, at]
  }
}

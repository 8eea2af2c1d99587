import * as texts from '@goalkeeper/texts/server/reviews'
import { mostReviewed, type Review } from '@goalkeeper/contract/reviews'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { Router } from 'express'
import type { Activity } from '#bff/activity/activity.ts'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { Changes } from '#bff/changes/changes.ts'
import type { Connection } from '#bff/connection/connection.ts'
import type { Database } from '#bff/database/connect.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import { AppError } from '#bff/http/app-error.ts'
import type { Asker } from '#bff/http/caller.ts'
import { decisionRows } from './decision-rows.ts'
import { createQueue } from './queue.ts'
import { createReadReviewGoal } from './review-goal.ts'
import { createReviewStore, type NewItem } from './review-store.ts'
import { isUnsent, reviewView } from './review-view.ts'
import { createReviewsRouter } from './reviews-router.ts'
import type { ItemRow, ReviewRow } from './tables.ts'

/** What reviews ask of the other rooms. */
export type ReviewsNeeds = {
  database: Database
  goalIndex: Pick<GoalIndex, 'query' | 'goal' | 'changes' | 'snapshots' | 'sights'>
  catalogue: Pick<Catalogue, 'fields' | 'statuses'>
  connection: Pick<Connection, 'capabilities'>
  changes: Pick<Changes, 'makeDraft' | 'existing'>
  /** Keeps for good what somebody did here. */
  record: Activity['record']
  now?: () => number
}

/** Goals that people look at one by one. */
export type Reviews = { router: Router }

/** The company's attribute by which goals are ordered, where the tenant has it. */
const csmField = 'CompanyId__gr.Csm__gr.Name'
const page = 500

/** The goals that a review is made of. */
export type WhichGoals = { filter: FilterTree | null; search?: string | null | undefined; today?: string | undefined }

export function createReviews(needs: ReviewsNeeds): Reviews {
  const { database, goalIndex, catalogue, connection, changes, record, now = Date.now } = needs
  const store = createReviewStore(database, now)
  const queue = createQueue(database, now)
  const readGoal = createReadReviewGoal({ goalIndex, store, queue, now })

  /** The goals of a filter and a search by CSM, company and due date. */
  async function goalsOf(asker: Asker, { filter, search, today }: WhichGoals): Promise<NewItem[]> {
    const hasCsm = fieldNamed(await catalogue.fields(), csmField) !== undefined
    const sight = await goalIndex.sights.sightOf(asker, filter)
    const by = [...(hasCsm ? [csmField] : []), 'CompanyName', 'DueDate']
    const items: NewItem[] = []
    for (;;) {
      const { rows, total } = await goalIndex.query(
        {
          filter,
          search: search ?? undefined,
          ...(today !== undefined && { today }),
          sort: by.map((field) => ({ field, direction: 'asc' })),
          select: ['Name', 'CompanyId', 'CompanyName', ...(hasCsm ? [csmField] : [])],
          offset: items.length,
          limit: page,
        },
        sight,
      )
      if (total > mostReviewed) throw tooMany(total)
      items.push(...rows.map(({ gsid, fields }) => itemOf(gsid, fields)))
      if (rows.length < page) return items
    }
  }

  /** Makes a review. Throws an AppError (`invalid`) when no goal, or too many, are chosen. */
  async function make(
    asker: Asker,
    asked: WhichGoals & { name: string; notesToDescription: boolean; previous: string | null },
  ): Promise<ReviewRow> {
    const { name, filter, notesToDescription, previous } = asked
    const search = asked.search?.trim() || null
    const items = await goalsOf(asker, asked)
    if (items.length === 0) throw invalid('filter', texts.noGoalPassesTheFilterThere)
    const review = { name, filter, search, notes_to_description: notesToDescription, previous }
    const made = await store.make(review, items, asker.caller)
    await record(asker.caller, texts.beganTheReviewOf(name, items.length))
    return made
  }

  /** The goals of a review. Decisions whose change set was thrown away can be sent again, and taken back. */
  async function itemsOf(review: ReviewRow): Promise<ItemRow[]> {
    const items = await store.items(review.id)
    const there = await changes.existing([...new Set(items.flatMap(({ change_set }) => change_set ?? []))])
    const isLost = ({ change_set }: ItemRow) => change_set !== null && !there.has(change_set)
    const lost = items.filter(isLost).map(({ gsid }) => gsid)
    await store.noteChangeSet(review.id, lost, null)
    return items.map((item) => (isLost(item) ? { ...item, change_set: null } : item))
  }

  const view = async (review: ReviewRow): Promise<Review> => reviewView(review, await itemsOf(review), now())

  /** Makes a draft of the decisions that change something and are in no change set. */
  async function send(asker: Asker, review: ReviewRow): Promise<string> {
    const unsent = (await itemsOf(review)).filter((item) => isUnsent(item, review))
    const seen = await goalIndex.sights.seenOf(
      asker,
      unsent.map(({ gsid }) => gsid),
    )
    const items = unsent.filter(({ gsid }) => seen.has(gsid))
    if (items.length === 0) throw new AppError('conflict', texts.noDecisionIsLeftThatWould)
    const [fields, statuses] = [await catalogue.fields(), await catalogue.statuses()]
    const known = { fields, statuses, linkedItems: [], capabilities: connection.capabilities() }
    const draft = {
      title: texts.decisionsOfTheReview(review.name),
      deeds: [],
      origin: { kind: 'review' as const, id: review.id },
      filter: null,
      reason: '',
      caller: asker.caller,
      gsids: items.map(({ gsid }) => gsid),
    }
    const id = await changes.makeDraft(draft, decisionRows(items, review.notes_to_description, goalIndex, known))
    await store.noteChangeSet(review.id, draft.gsids, id)
    return id
  }

  return { router: createReviewsRouter({ ...needs, store, queue, readGoal, make, view, send, itemsOf, now }) }
}

function itemOf(gsid: string, fields: Record<string, unknown>): NewItem {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null)
  return {
    gsid,
    name: text('Name') ?? gsid,
    company_id: text('CompanyId'),
    company_name: text('CompanyName'),
    csm: text(csmField),
  }
}

const tooMany = (total: number) => invalid('filter', texts.aReviewHasAtMostGoals(mostReviewed, total))
const invalid = (field: string, sentence: string) =>
  new AppError('invalid', sentence, { fields: { [field]: sentence } })

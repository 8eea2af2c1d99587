import * as texts from '@goalkeeper/texts/server/reviews'
import * as common from '@goalkeeper/texts/server/common'
import type { Decision, Review, ReviewItem } from '@goalkeeper/contract/reviews'
import type { ItemRow, ReviewRow } from './tables.ts'

/** Who looks at something for longer has gone for a coffee. */
const longestLookMs = 10 * 60_000

/** Whether a decision is to be sent to the tenant. Notes are where the review says so. */
export function changesSomething({ kind, statusName, dueDate, note }: Decision, notesToDescription: boolean): boolean {
  return kind === 'change' && (statusName !== null || dueDate !== null || (notesToDescription && note !== ''))
}

export function itemView(item: ItemRow, now: number): ReviewItem {
  const isLookedAt = item.claimed_until > now
  return {
    place: item.place,
    gsid: item.gsid,
    name: item.name,
    companyId: item.company_id,
    companyName: item.company_name,
    csm: item.csm,
    state: item.decision ? 'decided' : item.gone ? 'gone' : isLookedAt ? 'looked-at' : 'open',
    decision: item.decision,
    by: item.decision ? item.decided_by : isLookedAt ? item.claimed_by : null,
    decidedAt: item.decided_at,
    changeSet: item.change_set,
  }
}

/** A review with how it stands. */
export function reviewView(review: ReviewRow, items: readonly ItemRow[], now: number): Review {
  const decided = items.filter(({ decision }) => decision !== null)
  const left = items.filter(({ decision, gone }) => decision === null && !gone)
  const lastDecision = Math.max(0, ...decided.map(({ decided_at }) => decided_at ?? 0))
  return {
    id: review.id,
    name: review.name,
    filter: review.filter,
    search: review.search,
    notesToDescription: review.notes_to_description,
    createdBy: review.created_by,
    createdAt: review.created_at,
    previous: review.previous,
    endedAt: left.length === 0 && decided.length > 0 ? lastDecision : null,
    goals: items.length,
    decided: decided.length,
    byDecision: counted(decided, ({ decision }) => labelOf(decision)).map(([label, goals]) => ({
      label,
      goals: goals.length,
    })),
    byCsm: counted(items, ({ csm }) => csm).map(([csm, of]) => ({
      csm,
      goals: of.length,
      decided: of.filter(({ decision }) => decision !== null).length,
    })),
    companies: counted(items, ({ company_id }) => company_id).map(([companyId, of]) => ({
      companyId,
      name: of[0]?.company_name ?? null,
      csm: of[0]?.csm ?? null,
      goals: of.length,
      decided: of.filter(({ decision }) => decision !== null).length,
    })),
    present: [...new Set(items.flatMap((item) => (item.claimed_until > now ? [item.claimed_by ?? ''] : [])))],
    secondsPerGoal: medianSeconds(decided),
    unsent: decided.filter((item) => isUnsent(item, review)).length,
  }
}

/** A decision that changes something and is in no change set. */
export function isUnsent({ decision, change_set }: ItemRow, review: Pick<ReviewRow, 'notes_to_description'>): boolean {
  return change_set === null && decision !== null && changesSomething(decision, review.notes_to_description)
}

/** What was decided, in a word or two. */
export function labelOf(decision: Decision | null): string {
  if (!decision || decision.kind === 'keep') return texts.keep
  return decision.statusName ?? (decision.dueDate === null ? texts.note : common.dueDate)
}

/** Groups in the order in which each first comes. */
function counted<Key>(items: readonly ItemRow[], keyOf: (item: ItemRow) => Key): [Key, ItemRow[]][] {
  return [...Map.groupBy(items, keyOf)]
}

function medianSeconds(decided: readonly ItemRow[]): number | null {
  const looks = decided
    .flatMap(({ decided_at, claimed_at }) => (decided_at && claimed_at ? [decided_at - claimed_at] : []))
    .filter((ms) => ms >= 0 && ms <= longestLookMs)
    .toSorted((one, other) => one - other)
  const middle = looks[Math.floor(looks.length / 2)]
  return middle === undefined ? null : Math.round(middle / 1000)
}

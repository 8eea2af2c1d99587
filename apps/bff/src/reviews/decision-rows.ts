import type { Deed } from '@goalkeeper/contract/changes'
import type { Decision } from '@goalkeeper/contract/reviews'
import type { DraftRow } from '#bff/changes/draft-rows.ts'
import { namesOf, missingRow } from '#bff/changes/preview.ts'
import { previewGoal } from '#bff/changes/preview-goal.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import type { Known } from '#bff/goal-index/goal-update.ts'
import { inParts } from '#bff/in-parts.ts'
import type { ItemRow } from './tables.ts'

const batch = 500

/** Decisions as rows of a change set. */
export async function* decisionRows(
  items: readonly ItemRow[],
  notesToDescription: boolean,
  goalIndex: Pick<GoalIndex, 'snapshots'>,
  known: Known,
): AsyncGenerator<DraftRow[]> {
  for (const some of inParts(items, batch)) {
    const goals = await goalIndex.snapshots(some.map(({ gsid }) => gsid))
    yield some.flatMap(({ gsid, decision }) => {
      const goal = goals.get(gsid)
      if (!decision) return []
      if (!goal) return [missingRow(gsid)]
      return [{ ...previewGoal(goal, deedsOf(decision, notesToDescription), known), ...namesOf(goal) }]
    })
  }
}

export function deedsOf({ statusName, dueDate, note }: Decision, notesToDescription: boolean): Deed[] {
  const deeds: Deed[] = []
  if (statusName !== null) deeds.push({ kind: 'set', field: 'StatusName', value: statusName })
  if (dueDate !== null) deeds.push({ kind: 'set', field: 'DueDate', value: dueDate })
  if (notesToDescription && note !== '') deeds.push({ kind: 'append', html: `<p>${htmlOf(note)}</p>` })
  return deeds
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** A note is text, and nothing in it is markup. */
const htmlOf = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter).replaceAll(/\r?\n/g, '<br>')

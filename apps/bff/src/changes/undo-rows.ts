import * as texts from '@goalkeeper/texts/server/changes'
import type { Difference } from '@goalkeeper/contract/changes'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'
import type { Known } from '#bff/goal-index/goal-update.ts'
import type { DraftRow } from './draft-rows.ts'
import { missingRow, namesOf } from './preview.ts'
import { nowOf, previewWish } from './preview-goal.ts'
import type { LedgerRow } from './tables.ts'
import { emptyWish, type Wish } from './wish.ts'

/** The rows that take confirmed ones back. */
export async function* undoRows(
  confirmed: AsyncIterable<LedgerRow[]>,
  goalIndex: Pick<GoalIndex, 'snapshots'>,
  known: Known,
): AsyncGenerator<DraftRow[]> {
  for await (const rows of confirmed) {
    const goals = await goalIndex.snapshots(rows.flatMap(({ gsid }) => gsid ?? []))
    yield rows.map((row) => {
      const goal = goals.get(row.gsid ?? '')
      return goal ? undoRow(row, goal, known) : missingRow(row.gsid ?? row.name)
    })
  }
}

function undoRow(row: LedgerRow, goal: GoalSnapshot, known: Known): DraftRow {
  const wish = row.kind === 'create' ? undoneCreate() : undoneUpdate(row.differences, goal)
  return { ...previewWish(goal, wish, known), ...namesOf(goal) }
}

function undoneCreate(): Wish {
  const problem = texts.itWasCreatedAndNoGoal
  return { ...emptyWish(), trouble: { problem, remedy: texts.takeItOutAndDeleteIt } }
}

/** Every difference the other way round, where the goal still is as the change left it. */
export function undoneUpdate(differences: readonly Difference[], goal: GoalSnapshot): Wish {
  const wish = emptyWish()
  const now = nowOf(goal)
  let hasMoved = false
  for (const { field, before, after } of differences) {
    if (field === 'CTA' || field === 'SP') {
      const [old, made] = [[before].flat().map(String), [after].flat().map(String)]
      const linked = made.filter((gsid) => !old.includes(gsid))
      const unlinked = old.filter((gsid) => !made.includes(gsid))
      for (const gsid of linked) wish.links[field].unlink.add(gsid)
      for (const gsid of unlinked) wish.links[field].link.add(gsid)
      if (linked.some((gsid) => !now[field].includes(gsid)) || unlinked.some((gsid) => now[field].includes(gsid))) {
        hasMoved = true
      }
    } else {
      wish.fields.set(field, before)
      if (JSON.stringify(now.value(field)) !== JSON.stringify(after)) hasMoved = true
    }
  }
  if (hasMoved) {
    wish.trouble = { problem: texts.itHasBeenChangedAgainSince, remedy: texts.lookAtTheGoalAndTake }
  }
  return wish
}

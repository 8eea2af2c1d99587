import type { Field } from '@goalkeeper/contract/catalogue'
import { fieldNamed } from '@goalkeeper/filter/field'
import { nowOf } from '#bff/changes/preview-goal.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'
import { saysTheSame } from '#bff/spreadsheet/field-cell.ts'
import type { Reading } from './read-row.ts'

/**
 * Fields of which a row says what the goal holds, as an export writes it. They are left alone whatever could be wrong with them: a goal
 * may hold a value that is not used any more, and a row that does not touch it is no fault.
 */
export function fieldsAsTheyAre(
  { cells }: Pick<Reading, 'cells'>,
  goal: GoalSnapshot,
  fields: readonly Field[],
): Set<string> {
  const now = nowOf(goal)
  const same = [...cells].filter(([name, cell]) =>
    saysTheSame(cell, now.value(name), fieldNamed(fields, name)?.type ?? 'text'),
  )
  return new Set(same.map(([name]) => name))
}

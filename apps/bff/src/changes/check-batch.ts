import * as common from '@goalkeeper/texts/server/common'
import * as texts from '@goalkeeper/texts/server/change-deeds'
import type { ChangeRow } from '@goalkeeper/contract/changes'
import type { Status } from '@goalkeeper/contract/catalogue'
import type { UpdateGoalRequest } from '@goalkeeper/gainsight/goal-update'
import { traitsOf } from '#bff/gateway/goal-version.ts'
import { targetsOf } from '#bff/gateway/write-body.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'
import type { RowOutcome } from './ledger.ts'
import { nowOf } from './preview-goal.ts'
import type { LedgerRow } from './tables.ts'

/**
 * What becomes of a row whose goal was read just before its turn: null, it is sent; else it is skipped, because the goal is as wanted already,
 * is gone, or was changed since the preview.
 */
export function skipReason(
  row: Pick<LedgerRow, 'kind' | 'before' | 'body' | 'differences'>,
  current: GoalSnapshot | null,
  statuses: readonly Status[],
): RowOutcome | null {
  if (row.kind === 'create') return null
  if (current === null) return { state: 'skipped', reason: common.itIsNoLongerInGainsight }
  const traits = traitsOf(current.version)
  const targets = targetsOf(row.body as UpdateGoalRequest)
  const isNow = (name: string, value: string | null | undefined) => (traits.get(name) ?? null) === value
  const wanted = [...targets].map(([name, target]) => {
    if ('value' in target) return [name, target.value] as const
    return [name, statuses.find((status) => status.name === target.statusName)?.id] as const
  })
  if (wanted.every(([name, value]) => isNow(name, value))) return { state: 'skipped', reason: texts.itWasSoAlready }
  const moved = Object.entries(row.before).filter(([name, value]) => !isNow(name, value))
  if (moved.length === 0) return null
  return {
    state: 'skipped',
    reason: texts.itWasChangedSinceThePreview,
    meanwhile: meanwhileOf(
      row,
      moved.map(([name]) => name),
      current,
    ),
  }
}

/** How the fields that have moved stand now, by the names of the differences. */
function meanwhileOf(
  { differences }: Pick<LedgerRow, 'differences'>,
  moved: readonly string[],
  current: GoalSnapshot,
): ChangeRow['meanwhile'] {
  const now = nowOf(current)
  const fields = new Set(moved.map((name) => (name === 'StatusId' ? 'StatusName' : name.replace(/\/.*/, ''))))
  return differences
    .filter(({ field }) => fields.has(field))
    .map(({ field }) => ({
      field,
      value: field === 'CTA' || field === 'SP' ? now[field] : now.value(field),
    }))
}

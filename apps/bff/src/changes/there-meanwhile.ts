import type { CreateGoalRequest } from '@goalkeeper/gainsight/goal-create'
import type { Kysely } from 'kysely'
import type { Schema } from '#bff/database/schema.ts'
import { createKeyOf, entryOf, parentOf } from '#bff/gateway/write-body.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import type { LedgerRow } from './tables.ts'

/**
 * Whether a goal of the name of a create has come to its place since the preview: another import may have made it, or somebody by hand. Of a
 * parent that the tenant is to look up nobody can say so.
 */
export async function isThereMeanwhile(
  goalIndex: Pick<GoalIndex, 'namedAll'>,
  { kind, body, before }: Pick<LedgerRow, 'kind' | 'body' | 'before'>,
  transaction: Kysely<Schema>,
): Promise<boolean> {
  if (kind !== 'create') return false
  const create = body as CreateGoalRequest
  const parent = parentOf(create)
  if (parent.by !== 'id') return false
  const key = createKeyOf(create)
  const name = entryOf(create).record.Name.trim()
  const there = await goalIndex.namedAll([{ key, name, parent }], transaction)
  return (there.get(key) ?? []).some((gsid) => !(gsid in before))
}

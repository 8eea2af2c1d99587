import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { GoalRecord } from './goal-record.ts'
import { recordColumns, recordOf } from './goal-row.ts'

/** A goal as the tenant holds it, as last seen, with the names behind its status and what it hangs on. */
export type GoalSnapshot = {
  version: GoalRecord
  statusName: string | null
  companyId: string | null
  companyName: string | null
  relationshipName: string | null
  opportunityName: string | null
}

/** Goals by their Gsids. Those that are not in the index are left out. */
export async function readSnapshots({ db }: Database, gsids: readonly string[]): Promise<Map<string, GoalSnapshot>> {
  if (gsids.length === 0) return new Map()
  const rows = await db
    .selectFrom('goal')
    .select([...recordColumns, 'status_name', 'company_name', 'relationship_name', 'opportunity_name'])
    .where(sql<boolean>`gsid = ANY (${gsids}::text[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.gsid,
      {
        version: recordOf(row),
        statusName: row.status_name,
        companyId: row.company_id,
        companyName: row.company_name,
        relationshipName: row.relationship_name,
        opportunityName: row.opportunity_name,
      },
    ]),
  )
}

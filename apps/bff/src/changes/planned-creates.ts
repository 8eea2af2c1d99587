import { type CreateGoalRequest, createGoalRequestSchema } from '@goalkeeper/gainsight/goal-create'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { createKeyOf } from '#bff/gateway/write-body.ts'

/** A goal that a change set creates, unless it is thrown away or given up. `isDraft`: nobody has let it run yet. */
export type PlannedCreate = { key: string; title: string; isDraft: boolean }

/** Creates of goals of these names that may still be sent, or of which nobody knows yet whether they were. */
export async function readPlannedCreates({ db }: Database, names: readonly string[]): Promise<PlannedCreate[]> {
  if (names.length === 0) return []
  const { rows } = await sql<{ body: CreateGoalRequest; title: string; isDraft: boolean }>`
    SELECT change_row.body, change_set.title, change_set.state = 'draft' AS "isDraft"
    FROM change_set JOIN change_row ON change_row.set_id = change_set.id
    WHERE change_row.kind = 'create' AND change_row.included AND change_row.body IS NOT NULL
      AND change_row.name = ANY (${[...names]}::text[])
      AND (change_row.state IN ('sent', 'unknown')
        OR (change_set.state IN ('draft', 'scheduled', 'running', 'paused')
          AND (change_row.state IS NULL OR change_row.state = 'queued')))`.execute(db)
  return rows
    .filter(({ body }) => createGoalRequestSchema.safeParse(body).success)
    .map(({ body, title, isDraft }) => ({ key: createKeyOf(body), title, isDraft }))
}

import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** Every value of a column, in its order. Goes from one to the next through an index that begins with it, however many rows there are. */
export async function distinctValues(db: Kysely<Schema>, table: keyof Schema, column: string): Promise<string[]> {
  const [from, value] = [sql.table(table), sql.ref(column)]
  const { rows } = await sql<{ value: string }>`
    WITH RECURSIVE found AS (
      SELECT min(${value}) AS value FROM ${from}
      UNION ALL
      SELECT (SELECT min(${value}) FROM ${from} WHERE ${value} > found.value) FROM found WHERE found.value IS NOT NULL
    )
    SELECT value FROM found WHERE value IS NOT NULL`.execute(db)
  return rows.map((row) => row.value)
}

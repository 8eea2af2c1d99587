import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Part, Traits } from './sweep-parts.ts'

const columns = {
  CreatedDate: sql.ref('created_date'),
  ModifiedDate: sql.ref('modified_date'),
  CompanyId: sql.ref('company_id'),
  StatusId: sql.ref('status_id'),
  EntityType: sql.ref('entity_type'),
}

/** What parts can be told by, of the goals of a part that are in the index. */
export async function readKnownTraits({ db }: Database, part: Part): Promise<Traits[]> {
  const conditions = part.map((limit) => {
    const column = columns[limit.field]
    if ('value' in limit) return sql`${column} = ${limit.value}`
    if ('blank' in limit) return sql`${column} IS NULL`
    return sql`${column} >= coalesce(${limit.from}::bigint, ${column}) AND ${column} < coalesce(${limit.to}::bigint, ${column} + 1)`
  })
  const { rows } = await sql<Traits>`
    SELECT created_date AS "CreatedDate", modified_date AS "ModifiedDate", company_id AS "CompanyId", status_id AS "StatusId"
    FROM goal WHERE ${sql.join([sql`true`, ...conditions], sql` AND `)}`.execute(db)
  return rows
}

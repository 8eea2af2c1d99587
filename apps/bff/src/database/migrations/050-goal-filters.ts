import { type Kysely, sql } from 'kysely'

/**
 * Indexes for the conditions and orders that lists are mostly asked for. Texts are compared in lower case
 * (goal-index/condition-sql.ts): an index serves only if it is made on the very same expression.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX goal_by_name ON goal (name, gsid)`.execute(db)
  await sql`CREATE INDEX goal_by_due_date ON goal (due_date, gsid)`.execute(db)
  await sql`CREATE INDEX goal_by_modified_date ON goal (modified_date, gsid)`.execute(db)
  await sql`CREATE INDEX goal_by_company ON goal (company_name, gsid)`.execute(db)
  await sql`CREATE INDEX goal_of_status ON goal (status_id)`.execute(db)
  // With the columns of what is mostly asked for besides, so that totals and facets are counted without a look at the rows.
  await sql`CREATE INDEX goal_of_status_name ON goal (lower(status_name COLLATE "und-x-icu"), status_name, due_date)`.execute(
    db,
  )
  await sql`CREATE INDEX goal_counted ON goal (status_name, status_meaning, due_date, entity_type, company_id)`.execute(
    db,
  )
  await sql`CREATE INDEX goal_of_meaning ON goal (status_meaning, due_date)`.execute(db)
  await sql`CREATE INDEX goal_of_company ON goal (company_id)`.execute(db)
  await sql`CREATE INDEX goal_name_words ON goal USING gin (lower(name COLLATE "und-x-icu") gin_trgm_ops)`.execute(db)
  await sql`CREATE INDEX goal_company_words ON goal USING gin (lower(company_name COLLATE "und-x-icu") gin_trgm_ops)`.execute(
    db,
  )
  await sql`CREATE INDEX goal_ctas ON goal USING gin (cta_ids)`.execute(db)
  await sql`CREATE INDEX goal_plans ON goal USING gin (sp_ids)`.execute(db)
}

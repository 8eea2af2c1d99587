import { type Kysely, sql } from 'kysely'

/**
 * A word by itself is looked for in five places, and one of them without an index has every goal read. Likewise an OR of groups, of which each
 * has to have one. The expressions are those of goal-index/condition-sql.ts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX goal_relationship_words ON goal USING gin (lower(relationship_name COLLATE "und-x-icu") gin_trgm_ops)`.execute(
    db,
  )
  await sql`CREATE INDEX goal_opportunity_words ON goal USING gin (lower(opportunity_name COLLATE "und-x-icu") gin_trgm_ops)`.execute(
    db,
  )
  await sql`CREATE INDEX goal_csm_words ON goal USING gin (lower((company ->> 'Csm__gr.Name') COLLATE "und-x-icu") gin_trgm_ops)`.execute(
    db,
  )
  await sql`CREATE INDEX goal_of_entity_type ON goal (lower(entity_type COLLATE "und-x-icu"))`.execute(db)
}

import { type Kysely, sql } from 'kysely'

/**
 * What is known of the CTAs and plans that a goal links to, copied into it, and the same as terms that an index finds. Of goals that are
 * there already nothing is known yet: the start that follows looks it up.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE goal ADD COLUMN linked jsonb NOT NULL DEFAULT '{}'`.execute(db)
  await sql`ALTER TABLE goal ADD COLUMN linked_terms text[] COLLATE "C" NOT NULL DEFAULT '{}'`.execute(db)
  await sql`
    UPDATE goal SET
      linked = jsonb_strip_nulls(jsonb_build_object(
        'CTA.Unresolved', CASE WHEN cardinality(cta_ids) > 0 THEN to_jsonb(cta_ids) END,
        'SP.Unresolved', CASE WHEN cardinality(sp_ids) > 0 THEN to_jsonb(sp_ids) END)),
      linked_terms = ARRAY(
        SELECT 'CTA.Unresolved' WHERE cardinality(cta_ids) > 0
        UNION ALL SELECT 'CTA.Unresolved=' || id FROM unnest(cta_ids) AS id
        UNION ALL SELECT 'SP.Unresolved' WHERE cardinality(sp_ids) > 0
        UNION ALL SELECT 'SP.Unresolved=' || id FROM unnest(sp_ids) AS id)
    WHERE cardinality(cta_ids) > 0 OR cardinality(sp_ids) > 0`.execute(db)
  await sql`CREATE INDEX goal_linked_terms ON goal USING gin (linked_terms)`.execute(db)
}

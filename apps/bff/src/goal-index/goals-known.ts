import { type Kysely, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { Schema } from '#bff/database/schema.ts'
import type { ParentRef } from '#bff/gateway/gateway.ts'
import type { Links } from './linked-columns.ts'

/** Fields whose values the catalogue asks for, to know what goals point to. */
export type IdField = keyof typeof columns

const columns = {
  CompanyId: sql.ref('company_id'),
  RelationshipId: sql.ref('relationship_id'),
  OpportunityId: sql.ref('opportunity_id'),
  StatusId: sql.ref('status_id'),
  CreatedById: sql.ref('created_by_id'),
  ModifiedById: sql.ref('modified_by_id'),
  TemplateId: sql.ref('template_id'),
  RelationshipTypeId: sql.ref('relationship_type_id'),
  CTA: sql`unnest(cta_ids)`,
  SP: sql`unnest(sp_ids)`,
}

const mostIds = 5_000

/** Gsids that goals hold in a field, at most 5,000. */
export async function readIdsSeen({ db }: Database, field: IdField): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM (SELECT DISTINCT ${columns[field]} AS id FROM goal) AS held
    WHERE id IS NOT NULL LIMIT ${mostIds}`.execute(db)
  return rows.map(({ id }) => id)
}

/** What goals link to, of those that are in the index. */
export async function readLinks({ db }: Database, gsids: readonly string[]): Promise<Links[]> {
  const { rows } = await sql<Links>`
    SELECT cta_ids AS "CTA", sp_ids AS "SP" FROM goal WHERE gsid = ANY (${gsids}::text[])`.execute(db)
  return rows
}

/** How many goals are associated with each CTA or success plan; ids without a goal are left out. */
export async function readLinkCounts({ db }: Database, ids: Iterable<string>): Promise<Map<string, number>> {
  const wanted = [...ids]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; goals: number }>`
    SELECT id, count(*) AS goals
    FROM (
      SELECT unnest(cta_ids) AS id FROM goal WHERE cta_ids && ${wanted}::text[]
      UNION ALL
      SELECT unnest(sp_ids) FROM goal WHERE sp_ids && ${wanted}::text[]
    ) AS linked
    WHERE id = ANY (${wanted}::text[]) GROUP BY id`.execute(db)
  return new Map(rows.map(({ id, goals }) => [id, goals]))
}

/** Gsids of all goals of this exact name and parent. */
export async function readNamed({ db }: Database, name: string, parent: ParentRef | null): Promise<string[]> {
  const ofParent = parent ? sql`${columns[parent.field]} = ${parent.gsid}` : sql`true`
  const { rows } = await sql<{ gsid: string }>`
    SELECT gsid FROM goal WHERE name = ${name} AND ${ofParent} ORDER BY gsid`.execute(db)
  return rows.map(({ gsid }) => gsid)
}

/** A name, without spaces around it, and what the goal hangs on itself. */
export type NamedPair = { key: string; name: string; parent: ParentRef }

const entityTypeOf = { CompanyId: 'COMPANY', RelationshipId: 'RELATIONSHIP', OpportunityId: 'OPPORTUNITY' } as const

/** Gsids of goals by the keys of the pairs. A goal of a relationship is none of its company's. */
export async function readNamedAll(db: Kysely<Schema>, pairs: readonly NamedPair[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const field of ['CompanyId', 'RelationshipId', 'OpportunityId'] as const) {
    const wanted = pairs
      .filter(({ parent }) => parent.field === field)
      .map(({ key, name, parent }) => ({ key, name, parent: parent.gsid }))
    if (wanted.length === 0) continue
    const { rows } = await sql<{ key: string; gsid: string }>`
      SELECT wanted.key, goal.gsid
      FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS wanted (key text, name text, parent text)
      JOIN goal ON ${sql.ref(parentColumns[field])} = wanted.parent
        AND btrim(goal.name, E' \\t\\r\\n\\u00a0') = wanted.name
        AND coalesce(goal.entity_type, 'COMPANY') = ${entityTypeOf[field]}
      ORDER BY goal.gsid`.execute(db)
    for (const { key, gsid } of rows) found.set(key, [...(found.get(key) ?? []), gsid])
  }
  return found
}

const parentColumns = {
  CompanyId: 'goal.company_id',
  RelationshipId: 'goal.relationship_id',
  OpportunityId: 'goal.opportunity_id',
} as const

export async function readAnother({ db }: Database, gsid: string): Promise<string | null> {
  const { rows } = await sql<{ gsid: string }>`SELECT gsid FROM goal WHERE gsid <> ${gsid} LIMIT 1`.execute(db)
  return rows[0]?.gsid ?? null
}

export async function countAll({ db }: Database): Promise<number> {
  const { rows } = await sql<{ goals: number }>`SELECT count(*) AS goals FROM goal`.execute(db)
  return rows[0]?.goals ?? 0
}

/** The largest ModifiedDate of any goal. Epoch milliseconds. */
export async function readNewestModified({ db }: Database): Promise<number | null> {
  const { rows } = await sql<{ newest: number | null }>`SELECT max(modified_date) AS newest FROM goal`.execute(db)
  return rows[0]?.newest ?? null
}

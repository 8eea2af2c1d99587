import { type RawBuilder, sql } from 'kysely'
import type { NamedKind } from '@goalkeeper/contract/catalogue'
import type { Catalogue, CatalogueChange } from '#bff/catalogue/catalogue.ts'
import type { Database } from '#bff/database/connect.ts'
import { inOrder } from './goal-statements.ts'
import { readUnresolvedLinks, refreshLinked } from './refresh-linked.ts'
import { renewSearch } from './search-store.ts'

type Names = Pick<Catalogue, 'statuses' | 'companies' | 'names' | 'linkedProperties'>

/**
 * Copies anew what stands behind these ids into the goals that name them, in one statement per kind. Tells `onWritten` the Gsids of goals that
 * are other than before, as soon as each statement is over, and gives their number. Without ids of a kind, that kind stays as it is; statuses
 * are always all looked at.
 */
export async function refreshResolved(
  database: Database,
  catalogue: Names,
  change: CatalogueChange,
  onWritten: (gsids: string[]) => void,
): Promise<number> {
  let goals = 0
  const written = (gsids: string[]) => {
    goals += gsids.length
    onWritten(gsids)
  }
  if (change.companies?.length) written(await refreshCompanies(database, catalogue, change.companies))
  const byKind = {
    relationship: change.relationships,
    opportunity: change.opportunities,
    user: change.users,
  } satisfies Partial<Record<NamedKind, string[] | undefined>>
  for (const { kind, id, name } of namedColumns) {
    const ids = byKind[kind]
    if (ids?.length) written(await refreshNames(database, { id, name }, await catalogue.names(kind, ids)))
  }
  if (change.ctas?.length) await refreshLinked(database, catalogue, { kind: 'CTA', ids: change.ctas }, written)
  if (change.plans?.length) await refreshLinked(database, catalogue, { kind: 'SP', ids: change.plans }, written)
  if (change.statuses) written(await refreshStatuses(database, catalogue))
  return goals
}

/** Ids in goals of which names or properties are missing: a process that died may have left some behind that the catalogue knows. */
export async function readUnresolved(database: Database): Promise<CatalogueChange> {
  const { db } = database
  const missing = async (...columns: { id: string; name: string }[]) => {
    const lacking = columns.map(
      ({ id, name }) => sql`SELECT DISTINCT ${sql.ref(id)} AS id FROM goal WHERE ${sql.ref(name)} IS NULL`,
    )
    const { rows } = await sql<{ id: string | null }>`${sql.join(lacking, sql` UNION `)}`.execute(db)
    return rows.map(({ id }) => id).filter((id) => id !== null)
  }
  const [relationship, opportunity, ...users] = namedColumns
  return {
    companies: await missing({ id: 'company_id', name: 'company_name' }),
    relationships: await missing(relationship),
    opportunities: await missing(opportunity),
    users: await missing(...users),
    ctas: await readUnresolvedLinks(database, 'CTA'),
    plans: await readUnresolvedLinks(database, 'SP'),
    statuses: [],
  }
}

const namedColumns = [
  { kind: 'relationship', id: 'relationship_id', name: 'relationship_name' },
  { kind: 'opportunity', id: 'opportunity_id', name: 'opportunity_name' },
  { kind: 'user', id: 'created_by_id', name: 'created_by_name' },
  { kind: 'user', id: 'modified_by_id', name: 'modified_by_name' },
] as const

async function refreshCompanies({ db }: Database, catalogue: Names, ids: string[]): Promise<string[]> {
  const companies = await catalogue.companies(ids)
  const given = [...companies].map(([id, { name, attributes }]) => ({ id, name, attributes }))
  return renamed(
    db,
    sql`
    UPDATE goal SET company_name = found.name, company = found.attributes
    FROM (
      SELECT goal.gsid, given.name, given.attributes
      FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS given (id text, name text, attributes jsonb)
      JOIN goal ON goal.company_id = given.id
      WHERE goal.company_name IS DISTINCT FROM given.name OR goal.company <> given.attributes
      ${inOrder}
    ) AS found WHERE goal.gsid = found.gsid`,
  )
}

async function refreshNames(
  { db }: Database,
  columns: Pick<(typeof namedColumns)[number], 'id' | 'name'>,
  names: Map<string, string>,
): Promise<string[]> {
  const [id, name] = [sql.ref(columns.id), sql.ref(columns.name)]
  return renamed(
    db,
    sql`
    UPDATE goal SET ${name} = found.label
    FROM (
      SELECT goal.gsid, given.label
      FROM unnest(${[...names.keys()]}::text[], ${[...names.values()]}::text[]) AS given (id, label)
      JOIN goal ON goal.${id} = given.id
      WHERE goal.${name} IS DISTINCT FROM given.label
      ${inOrder}
    ) AS found WHERE goal.gsid = found.gsid`,
  )
}

/** Runs an update of names, and makes searches know them. Gives the Gsids of the goals that are other than before. */
function renamed(db: Database['db'], update: RawBuilder<unknown>): Promise<string[]> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ gsid: string }>`${update} RETURNING goal.gsid`.execute(transaction)
    const gsids = rows.map(({ gsid }) => gsid)
    await renewSearch(transaction, gsids)
    return gsids
  })
}

async function refreshStatuses({ db }: Database, catalogue: Names): Promise<string[]> {
  const given = (await catalogue.statuses()).filter(({ id }) => id !== null)
  const { rows } = await sql<{ gsid: string }>`
    UPDATE goal SET status_name = found.name, status_meaning = found.meaning
    FROM (
      SELECT goal.gsid, given.name, given.meaning
      FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS given (id text, name text, meaning text)
      JOIN goal ON goal.status_id = given.id
      WHERE goal.status_name IS DISTINCT FROM given.name OR goal.status_meaning IS DISTINCT FROM given.meaning
      ${inOrder}
    ) AS found WHERE goal.gsid = found.gsid
    RETURNING goal.gsid`.execute(db)
  return rows.map(({ gsid }) => gsid)
}

import { type LinkedKind, unresolvedOf } from '@goalkeeper/filter/linked-fields'
import { sql } from 'kysely'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { Database } from '#bff/database/connect.ts'
import { inParts } from '#bff/in-parts.ts'
import { inOrder } from './goal-statements.ts'
import { filledTerm, linkedColumnsFor, type Links } from './linked-columns.ts'

type LinkedGoal = Links & { gsid: string }

const columnOf = { CTA: sql.ref('goal.cta_ids'), SP: sql.ref('goal.sp_ids') }

/** So many records are looked for, and so many goals written, in one statement: between two, others have their turn. */
const atOnce = 500

/** Copies anew what is known of linked records into the goals that link to these. Tells of the goals that are other than before, some at a time. */
export async function refreshLinked(
  database: Database,
  catalogue: Pick<Catalogue, 'linkedProperties'>,
  { kind, ids }: { kind: LinkedKind; ids: readonly string[] },
  onWritten: (gsids: string[]) => void,
): Promise<void> {
  const goals = new Map<string, LinkedGoal>()
  for (const some of inParts(ids, atOnce))
    for (const goal of await readGoalsOf(database, kind, some)) goals.set(goal.gsid, goal)
  for (const some of inParts([...goals.values()], atOnce)) onWritten(await refreshGoals(database, catalogue, some))
}

/** Ids of linked records of which nothing is known here. */
export async function readUnresolvedLinks({ db }: Database, kind: LinkedKind): Promise<string[]> {
  const field = unresolvedOf(kind)
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT jsonb_array_elements_text(goal.linked->${sql.lit(field)}) AS id
    FROM goal WHERE goal.linked_terms && ${[filledTerm(field)]}::text[]`.execute(db)
  return rows.map(({ id }) => id)
}

/** By the index, one record after the other: whether two long lists overlap is slow to tell. */
async function readGoalsOf({ db }: Database, kind: LinkedKind, ids: readonly string[]): Promise<LinkedGoal[]> {
  const { rows } = await sql<LinkedGoal>`
    SELECT DISTINCT ON (goal.gsid) goal.gsid, goal.cta_ids AS "CTA", goal.sp_ids AS "SP"
    FROM unnest(${ids}::text[]) AS wanted (id) JOIN goal ON ${columnOf[kind]} @> ARRAY[wanted.id]`.execute(db)
  return rows
}

async function refreshGoals(
  { db }: Database,
  catalogue: Pick<Catalogue, 'linkedProperties'>,
  goals: readonly LinkedGoal[],
): Promise<string[]> {
  const columns = await linkedColumnsFor(goals, catalogue)
  const given = goals.map((goal) => ({ ...goal, ...columns(goal) }))
  // A goal whose links changed meanwhile was written with what is known of them.
  const { rows } = await sql<{ gsid: string }>`
    UPDATE goal SET linked = found.linked, linked_terms = found.linked_terms
    FROM (
      SELECT goal.gsid, given.linked, given.linked_terms
      FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        AS given (gsid text, "CTA" text[], "SP" text[], linked jsonb, linked_terms text[])
      JOIN goal ON goal.gsid = given.gsid
      WHERE goal.cta_ids = given."CTA" AND goal.sp_ids = given."SP" AND goal.linked <> given.linked
      ${inOrder}
    ) AS found WHERE goal.gsid = found.gsid
    RETURNING goal.gsid`.execute(db)
  return rows.map(({ gsid }) => gsid)
}

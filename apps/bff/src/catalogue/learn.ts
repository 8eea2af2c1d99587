import { readText, type Row } from '@goalkeeper/gainsight/rows'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../database/connect.ts'
import type { StoredKind } from './tables.ts'

export type Pair = { id: string; name: string }
/** Pairs and fields that turned up in passing, in goals or in replies to writes. */
export type Seen = { statuses?: Pair[]; users?: Pair[]; companies?: Pair[]; fields?: Iterable<string> }

/** Keeps a name for an id that has none yet; it counts as old, so that the record itself is still read. Gives the ids that have a name now. */
export async function storeNames({ db }: Database, kind: StoredKind, pairs: readonly Pair[]): Promise<string[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<{ gsid: string }>`
    INSERT INTO catalogue_record AS stored (kind, gsid, name, found, data, fetched_at)
    SELECT DISTINCT ON (id) ${kind}, id, name, true, '{}'::jsonb, 0
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS seen(id text, name text)
    ON CONFLICT (kind, gsid) DO UPDATE SET name = excluded.name, found = true WHERE stored.name IS NULL
    RETURNING gsid`.execute(db)
  return rows.map(({ gsid }) => gsid)
}

const requestSchema = z.object({ requests: z.tuple([z.object({ record: z.record(z.string(), z.unknown()) })]) })
const replySchema = z.looseObject({
  goal: z.record(z.string(), z.unknown()).nullish(),
  record: z.record(z.string(), z.unknown()).nullish(),
  userInfo: z.record(z.string(), z.looseObject({ name: z.string().nullish() })).nullish(),
})

/**
 * What a confirmed write tells besides: the id of the status that was sent by name, and the names of people
 * (customer-goals-api.txt, success responses).
 */
export function seenInWrite(settled: { request: unknown; data: unknown }): Seen {
  const sent: Row = requestSchema.safeParse(settled.request).data?.requests[0].record ?? {}
  const reply = replySchema.safeParse(settled.data).data
  const told: Row = reply?.goal ?? reply?.record ?? {}
  const name = readText(told, 'StatusId__gr.Name') ?? readText(sent, 'StatusName')
  const id = readText(told, 'StatusId')
  return {
    statuses: id && name ? [{ id, name }] : [],
    users: Object.entries(reply?.userInfo ?? {}).flatMap(([user, info]) =>
      info.name ? [{ id: user, name: info.name }] : [],
    ),
  }
}

/** Lets each pair through once: replies to writes name the same status and the same people over and over. */
export function createNews(): (seen: Seen) => Seen {
  const told = new Set<string>()
  const news = (kind: string, pairs: readonly Pair[] = []) =>
    pairs.filter(({ id, name }) => {
      const key = `${kind} ${id} ${name}`
      return !told.has(key) && told.add(key)
    })
  return ({ statuses, users, companies, ...rest }) => ({
    ...rest,
    statuses: news('status', statuses),
    users: news('user', users),
    companies: news('company', companies),
  })
}

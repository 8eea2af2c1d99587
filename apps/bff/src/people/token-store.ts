import { randomUUID } from 'node:crypto'
import type { Token } from '@goalkeeper/contract/tokens'
import { type Selectable, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { hashOf, isEqual, newSecret } from './secrets.ts'
import type { ScriptTokenTable } from './tables.ts'

export type TokenStore = ReturnType<typeof createTokenStore>

/** Using a token is noted no more often than this. */
const noteEveryMs = 60_000
const dayMs = 86_400_000
// The id without its hyphens, and 256 bits: `gk_` lets those find it who look for secrets in code.
const shape = /^gk_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([\w-]{43})$/

export function createTokenStore({ db }: Database, now: () => number) {
  /** Makes a token; its secret is told here and nowhere else. */
  async function create(wanted: Pick<Token, 'name' | 'role' | 'routes' | 'scope' | 'createdBy'> & { days: number }) {
    const [id, secret, at] = [randomUUID(), newSecret(), now()]
    const row = await db
      .insertInto('script_token')
      .values({
        id,
        secret_hash: hashOf(secret),
        name: wanted.name,
        role: wanted.role,
        routes: wanted.routes && JSON.stringify(wanted.routes),
        scope: wanted.scope && JSON.stringify(wanted.scope),
        created_by: wanted.createdBy,
        created_at: at,
        expires_at: at + wanted.days * dayMs,
        last_used_at: null,
        revoked_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return { token: tokenOf(row), secret: `gk_${id.replaceAll('-', '')}_${secret}` }
  }

  /** The token that a script shows, when it works at present. */
  async function find(shown: string): Promise<Token | null> {
    const [, ...parts] = shape.exec(shown) ?? []
    const secret = parts.pop()
    if (secret === undefined) return null
    const row = await read(parts.join('-'))
    return row && isEqual(hashOf(secret), row.secret_hash) && works(row) ? tokenOf(row) : null
  }

  async function noteUse({ id, lastUsedAt }: Token): Promise<void> {
    if (lastUsedAt !== null && now() - lastUsedAt < noteEveryMs) return
    await db.updateTable('script_token').set({ last_used_at: now() }).where('id', '=', id).execute()
  }

  /** Those that work first, newest first. */
  async function list(): Promise<Token[]> {
    const rows = await db.selectFrom('script_token').selectAll().orderBy('created_at', 'desc').execute()
    return [...rows.filter(works), ...rows.filter((row) => !works(row))].map(tokenOf)
  }

  /** Null: there is none of this id. One that was revoked before stays as it was. */
  async function revoke(id: string): Promise<Token | null> {
    const row = await db
      .updateTable('script_token')
      .set({ revoked_at: sql`coalesce(revoked_at, ${now()})` })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    return row ? tokenOf(row) : null
  }

  const read = (id: string) => db.selectFrom('script_token').selectAll().where('id', '=', id).executeTakeFirst()
  const works = (row: Selectable<ScriptTokenTable>) => row.revoked_at === null && row.expires_at > now()

  return { create, find, noteUse, list, revoke }
}

function tokenOf(row: Selectable<ScriptTokenTable>): Token {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    routes: row.routes,
    scope: row.scope,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }
}

import type { Layout } from '@goalkeeper/contract/layout'
import type { Role } from '@goalkeeper/contract/policy'
import type { Token } from '@goalkeeper/contract/tokens'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { ColumnType } from 'kysely'

/** A jsonb column: read as the value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

/** Somebody who has signed in, known by who says so and the name that those have for them. Instants are epoch milliseconds. */
export type PersonTable = {
  id: string
  issuer: string
  subject: string
  name: string
  /** Null too when the issuer has not verified it. */
  email: string | null
  /** Given by an admin here. */
  role: Role | null
  /** What the issuer said when they last signed in. */
  claimed_role: Role | null
  /** Which goals they see; null: all. */
  scope: Json<FilterTree | null> | null
  first_seen_at: number
  last_seen_at: number
}

export type PersonSessionTable = {
  id: string
  person_id: string
  /** SHA-256 of what the cookie holds. */
  secret_hash: string
  /** How it was begun: it holds only while people still come in so. */
  way: string
  browser: string
  /** Shown to the provider when the session ends there too. */
  id_token: string | null
  started_at: number
  last_used_at: number
  ends_at: number
}

/** A sign-in on its way through the provider. Whoever comes back takes the row with them. */
export type SignInTable = {
  state_hash: string
  /** SHA-256 of the cookie that the browser was given when it set out. */
  browser_hash: string
  nonce: string
  verifier: string
  /** Where to go on; null: a window that only signs in again. */
  return_path: string | null
  /** The session that the browser had when it set out. */
  replaces: string | null
  ends_at: number
}

export type ScriptTokenTable = {
  id: string
  secret_hash: string
  name: string
  role: Token['role']
  routes: Json<string[] | null> | null
  scope: Json<FilterTree | null> | null
  created_by: string
  created_at: number
  expires_at: number
  last_used_at: number | null
  revoked_at: number | null
}

/** How somebody, by `person:…`, has laid out the goals list. */
export type LayoutTable = { person: string; layout: Json<Layout> }

export type PeopleTables = {
  person: PersonTable
  person_session: PersonSessionTable
  sign_in: SignInTable
  script_token: ScriptTokenTable
  layout: LayoutTable
}

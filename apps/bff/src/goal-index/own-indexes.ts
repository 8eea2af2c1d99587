import { createHash } from 'node:crypto'
import { isDerivedField } from '@goalkeeper/filter/derived'
import { fieldNamed, type FilterField } from '@goalkeeper/filter/field'
import { conditionsOf } from '@goalkeeper/filter/tree'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '#bff/database/connect.ts'
import { sortSql } from './field-sql.ts'
import type { CheckedQuery } from './query-input.ts'
import { hasColumn } from './stored-sql.ts'

/** Every write of a goal keeps them up to date, so there are no more than these; the oldest makes room. */
const mostIndexes = 12
const prefix = 'goal_own_'

/**
 * Indexes for the fields of this tenant that nobody could foresee: custom fields and company attributes lie in JSON. Who sorts by one, or compares
 * it, has every goal read; from then on there is an index, for everyone. Embedded storage needs none: there such fields are in memory.
 */
export type OwnIndexes = {
  /** Notes what a query needs, and makes what is missing behind it. Never fails. */
  note: (query: Pick<CheckedQuery, 'filter' | 'sort' | 'context'>) => void
  /** Resolves once nothing is being made. */
  idle: () => Promise<void>
}

export function createOwnIndexes(database: Database, log: Logger): OwnIndexes {
  if (database.kind === 'embedded') return { note: () => undefined, idle: async () => undefined }
  const known = new Set<string>()
  let making: Promise<unknown> = Promise.resolve()
  return {
    note({ filter, sort, context }) {
      const compared = filter ? conditionsOf(filter).map(({ field }) => fieldNamed(context.fields, field)) : []
      for (const field of [sort[0]?.field, ...compared]) {
        if (!field || known.has(field.name) || !isAlwaysShort(field)) continue
        known.add(field.name)
        making = making
          .then(() => make(database, field))
          .catch((error: unknown) => log.warn({ err: error, field: field.name }, 'An index could not be made'))
      }
    },
    async idle() {
      await making
    },
  }
}

async function make({ db }: Database, field: FilterField): Promise<void> {
  // A field without a column is stored the same whatever the day.
  const value = sortSql(field, { fields: [field], today: '' })
  const name = prefix + createHash('sha256').update(value.compile(db).sql).digest('hex').slice(0, 16)
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indrelid = 'goal'::regclass AND starts_with(relname, ${prefix}) ORDER BY pg_class.oid`.execute(db)
  if (rows.some((index) => index.name === name)) return
  for (const oldest of rows.slice(0, Math.max(0, rows.length + 1 - mostIndexes))) {
    await sql`DROP INDEX IF EXISTS ${sql.id(oldest.name)}`.execute(db)
  }
  await sql`CREATE INDEX IF NOT EXISTS ${sql.id(name)} ON goal ((${value}), gsid)`.execute(db)
}

/** An entry of an index has some 2,700 bytes at most, and a goal with a longer text could not be stored any more. */
function isAlwaysShort(field: FilterField): boolean {
  const isShort = field.type === 'number' || field.type === 'datetime' || field.type === 'date'
  return isShort && !hasColumn(field) && !isDerivedField(field.name)
}

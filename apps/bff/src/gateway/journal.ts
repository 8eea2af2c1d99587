import { type Insertable, type Kysely, sql } from 'kysely'
import type { Schema } from '#bff/database/schema.ts'
import type { Before, Finding, GatewayWriteTable, StoredProblem, WriteRow } from './tables.ts'

export type NewWrite = Pick<
  Insertable<GatewayWriteTable>,
  'id' | 'kind' | 'actor' | 'body' | 'body_digest' | 'asked_at'
> &
  Pick<WriteRow, 'gsid' | 'name' | 'actor_id' | 'screen' | 'create_key' | 'correlation_field'> & {
    /** Whether a write of this id that waits in another process, which has lost the right to it, is made here instead. */
    takesOver: boolean
  }

/** What became of asking: a write to be made; the one that has this id already; the unsettled create in its way. */
export type Asked = { kind: 'new' | 'known' | 'in-the-way'; row: WriteRow }

/** How a write ends, or comes to be in doubt. */
export type Outcome = {
  gsid?: string
  detail?: string | null
  finding?: Finding
  reply?: string
  problem?: StoredProblem
}

const openStates = ['waiting', 'sent', 'unknown'] as const
/** What an outcome may still settle. */
const sentStates = ['sent', 'unknown'] as const

export type Journal = ReturnType<typeof createJournal>

/** The journal of writes. A state only moves on, in one statement: whoever comes second to settle a write changes nothing. */
export function createJournal(db: Kysely<Schema>, processId: string) {
  const rows = () => db.selectFrom('gateway_write').selectAll()
  const update = (trx: Kysely<Schema> = db) => trx.updateTable('gateway_write')

  async function find(id: string): Promise<WriteRow | null> {
    return (await rows().where('id', '=', id).executeTakeFirst()) ?? null
  }

  /** Takes up a write that was given up before it was sent, unless a person cancelled it. */
  function revive({ id, asked_at, create_key, body_digest, takesOver }: NewWrite): Promise<WriteRow | undefined> {
    return update()
      .set({ state: 'waiting', holder: processId, asked_at, settled_at: null, detail: null, problem: null })
      .where('id', '=', id)
      .where('body_digest', '=', body_digest)
      .where((where) => {
        const isGivenUp = where.and([
          where('state', '=', 'cancelled'),
          where(sql`problem ->> 'code'`, '<>', 'cancelled'),
        ])
        const waitsElsewhere = where.and([where('state', '=', 'waiting'), where('holder', '<>', processId)])
        return takesOver ? where.or([isGivenUp, waitsElsewhere]) : isGivenUp
      })
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('gateway_write as other')
              .where('other.create_key', '=', create_key)
              .where('other.id', '<>', id)
              .where('other.state', 'in', openStates),
          ),
        ),
      )
      .returningAll()
      .executeTakeFirst()
  }

  async function giveUp(
    from: ('waiting' | 'sent')[],
    id: string,
    state: 'cancelled' | 'refused',
    now: number,
    problem: StoredProblem,
    holder: string | null = null,
  ): Promise<WriteRow | null> {
    let given = update()
      .set({ state, settled_at: now, detail: problem.detail, problem: JSON.stringify(problem) })
      .where('id', '=', id)
      .where('state', 'in', from)
    if (holder !== null) given = given.where('holder', '=', holder)
    return (await given.returningAll().executeTakeFirst()) ?? null
  }

  return {
    find,

    async ask(asked: NewWrite): Promise<Asked> {
      const { takesOver: _takesOver, ...write } = asked
      for (;;) {
        const row = await db
          .insertInto('gateway_write')
          .values({ ...write, state: 'waiting', holder: processId })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst()
        if (row) return { kind: 'new', row }
        const revived = await revive(asked)
        if (revived) return { kind: 'new', row: revived }
        const known = await find(write.id)
        if (known) return { kind: 'known', row: known }
        const other = await rows()
          .where('create_key', '=', write.create_key)
          .where('state', 'in', openStates)
          .executeTakeFirst()
        if (other) return { kind: 'in-the-way', row: other }
        // The one in the way was settled just now: once more.
      }
    },

    /** Stores the intent, in the transaction that takes the slot. False when it was cancelled meanwhile, or is made elsewhere. */
    async markSent(trx: Kysely<Schema>, id: string, now: number, before: Before | null): Promise<boolean> {
      const { numUpdatedRows } = await update(trx)
        .set({ state: 'sent', sent_at: now, before: before && JSON.stringify(before) })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .where('holder', '=', processId)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    /** Ends a write that waits. Null when it has been sent meanwhile, or is over. */
    async cancel(id: string, now: number, problem: StoredProblem): Promise<WriteRow | null> {
      return giveUp(['waiting'], id, 'cancelled', now, problem)
    },

    /** Ends a write of which its maker, who is this process, knows that it never left, be its intent stored or not. */
    async giveUp(
      id: string,
      state: 'cancelled' | 'refused',
      now: number,
      problem: StoredProblem,
    ): Promise<WriteRow | null> {
      return giveUp(['waiting', 'sent'], id, state, now, problem, processId)
    },

    /** A write of this process that the tenant is known not to have read waits again. Null when it is over. */
    async putBack(id: string): Promise<WriteRow | null> {
      const row = await update()
        .set({ state: 'waiting', sent_at: null })
        .where('id', '=', id)
        .where('state', '=', 'sent')
        .where('holder', '=', processId)
        .returningAll()
        .executeTakeFirst()
      return row ?? null
    },

    /** Settles a write that was sent. Null when it is settled already. */
    async settle(
      id: string,
      state: 'confirmed' | 'refused',
      now: number,
      { gsid, detail, finding, reply, problem }: Outcome,
    ): Promise<WriteRow | null> {
      const row = await update()
        .set({
          state,
          settled_at: now,
          detail: detail ?? null,
          finding: finding ?? null,
          reply: reply ?? null,
          problem: problem ? JSON.stringify(problem) : null,
          candidates: '[]',
          read_at: null,
          ...(gsid !== undefined && { gsid }),
        })
        .where('id', '=', id)
        .where('state', 'in', sentStates)
        .returningAll()
        .executeTakeFirst()
      return row ?? null
    },

    /** The outcome of a write that was sent is not known: it is to be found out by reading, from now on. */
    async doubt(id: string, now: number, problem: StoredProblem): Promise<WriteRow | null> {
      const row = await update()
        .set({
          state: 'unknown',
          doubted_at: now,
          read_at: now,
          detail: problem.detail,
          problem: JSON.stringify(problem),
        })
        .where('id', '=', id)
        .where('state', '=', 'sent')
        .returningAll()
        .executeTakeFirst()
      return row ?? null
    },

    /** Unsettled writes, oldest first. */
    open: () => rows().where('state', 'in', openStates).orderBy('asked_at').execute(),

    openOf: (gsids: string[]) =>
      rows().where('state', 'in', openStates).where('gsid', 'in', gsids).orderBy('asked_at').execute(),

    /** Of these keys, those of creates that are not settled. */
    async openCreates(keys: readonly string[]): Promise<Set<string>> {
      if (keys.length === 0) return new Set()
      const found = await db
        .selectFrom('gateway_write')
        .select('create_key')
        .where('state', 'in', openStates)
        .where('create_key', '=', sql<string>`ANY (${[...keys]}::text[])`)
        .execute()
      return new Set(found.flatMap(({ create_key }) => create_key ?? []))
    },

    newestSettled: (limit: number) =>
      rows().where('settled_at', 'is not', null).orderBy('settled_at', 'desc').limit(limit).execute(),

    async countUnknown(): Promise<number> {
      const { count } = await db
        .selectFrom('gateway_write')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('state', '=', 'unknown')
        .executeTakeFirstOrThrow()
      return count
    },
  }
}

import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** A statement that comes so often is prepared: from then on the database does not read its text again. It is planned each time (embedded-worker.ts). */
const preparedFrom = 3
/** Statements made of a person's filter are without number. Each prepared one takes memory for as long as its connection lives. */
const mostPrepared = 300
const mostCounted = 2_000
const longestText = 10_000

/** Gives the name of a statement by its text and the number of its parameters; null when it is not to be prepared (yet). */
export function createStatementNames(): (text: string, parameters: number) => string | null {
  const names = new Map<string, string>()
  const uses = new Map<string, number>()
  return (text, parameters) => {
    const name = names.get(text)
    if (name !== undefined) return name
    // Without parameters it may be several in one text, which cannot be prepared.
    if (parameters === 0 || text.length > longestText || names.size === mostPrepared) return null
    const count = (uses.get(text) ?? 0) + 1
    if (count < preparedFrom) {
      if (uses.size === mostCounted) uses.clear()
      uses.set(text, count)
      return null
    }
    uses.delete(text)
    names.set(text, `s${names.size}`)
    return names.get(text) ?? null
  }
}

/**
 * A pool that prepares statements which come again. Of PGlite's time for a small statement, a quarter is the reading of its text. Not for
 * a server: what stands between may hand out another session for every transaction.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparingClient(client)
      clients.set(client, known)
      return known
    },
  }
}

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const nameOf = createStatementNames()
  const query = (text: unknown, parameters: readonly unknown[] = []): unknown => {
    if (typeof text !== 'string') throw new Error('Cursors are not set up.')
    const name = nameOf(text, parameters.length)
    const values = [...parameters]
    return name === null ? client.query(text, values) : client.query({ name, text, values })
  }
  return { query: query as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) }
}

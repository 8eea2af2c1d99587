import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely'

/** How long a transaction may wait for its process, in milliseconds. None of ours waits for anything but the store. */
export const pausedMs = 10_000

/**
 * PostgreSQL servers that several processes share. A process that stands still in the middle of a transaction holds its rows, such as the
 * clock of the budget, which every call of every process moves: the server ends the transaction, so that the others go on. It is asked
 * for in each transaction, as a pooler may hand out another session for the next one, and together with its begin.
 */
export class PausedEndDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): PostgresDriver {
    return new PausedEndDriver(this.#config)
  }
}

class PausedEndDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (settings.isolationLevel || settings.accessMode) throw new Error('Transactions of other kinds are not set up.')
    await connection.executeQuery(
      CompiledQuery.raw(`begin; set local idle_in_transaction_session_timeout = ${pausedMs}`),
    )
  }
}

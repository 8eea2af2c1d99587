/** One row: the tenant that everything in this store belongs to. */
export type StoreTable = {
  id: 1
  /** The tenant's base URL, or `sandbox`. */
  tenant: string
  /** Epoch milliseconds. */
  recorded_at: number
}

/**
 * Which of several processes does some work, until when without a word of it, and the number of its taking. `session` is the name of its
 * connections, where the server lets it see that; null: it cannot be told whether it still has any.
 */
export type LeaseTable = { name: string; holder: string; session: string | null; held_until: Date; fencing: number }

export type StoreTables = { store: StoreTable; lease: LeaseTable }

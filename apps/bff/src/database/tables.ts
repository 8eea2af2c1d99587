/** One row: the tenant that everything in this store belongs to. */
export type StoreTable = {
  id: 1
  /** The tenant's base URL, or `sandbox`. */
  tenant: string
  /** Epoch milliseconds. */
  recorded_at: number
}

export type StoreTables = { store: StoreTable }

import type { Database } from './connect.ts'

/**
 * Records whose store this is, at its first use. Later it throws, with the way out, when another tenant comes:
 * goals, journal and names of two tenants must never meet. `tenant` is a base URL, or `sandbox`.
 */
export async function claimStore({ db }: Database, tenant: string): Promise<void> {
  await db
    .insertInto('store')
    .values({ id: 1, tenant, recorded_at: Date.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const store = await db.selectFrom('store').select('tenant').executeTakeFirstOrThrow()
  if (store.tenant === tenant) return
  throw new StoreTakenError(store.tenant, tenant)
}

export class StoreTakenError extends Error {
  override name = 'StoreTakenError'
  constructor(owner: string, tenant: string) {
    super(
      `This store belongs to ${owner} and not to ${tenant}: set DATA_DIR (or DATABASE_URL) to another place for ${tenant}, ` +
        `or GAINSIGHT_BASE_URL back to ${owner}.`,
    )
  }
}

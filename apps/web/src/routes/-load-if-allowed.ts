import { refusalOf, type Permission } from '@goalkeeper/contract/policy'
import type { QueryClient } from '@tanstack/react-query'
import { meQuery } from '#web/shared/api/me-query.ts'

/** Loads the data of a page for those who may see it; the others are told why not by the page itself. */
export async function loadIfAllowed(
  queryClient: QueryClient,
  permission: Permission,
  load: () => Promise<unknown>,
): Promise<void> {
  const { role } = await queryClient.ensureQueryData(meQuery())
  if (refusalOf(role, permission) === null) await load()
}

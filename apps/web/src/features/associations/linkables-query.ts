import { readLinkables } from '@goalkeeper/contract/catalogue'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'

/** Whose items: one company's all at once, or every company's by name. */
export type Linkables = { companyId: string | null; search: string; withClosed: boolean }

export const linkablesQuery = ({ companyId, search, withClosed }: Linkables) =>
  queryOptions({
    queryKey: ['linkables', { companyId, search, withClosed }] as const,
    queryFn: ({ signal }) =>
      request(
        readLinkables,
        {
          query: {
            search,
            companyId: companyId ?? undefined,
            closed: withClosed ? '1' : undefined,
            fresh: undefined,
          },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })

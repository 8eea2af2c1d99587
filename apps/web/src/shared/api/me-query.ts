import { readMe } from '@goalkeeper/contract/people'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'
import { session } from './send.ts'

/** Who uses this page, and what they may. Changes are announced by the live stream. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'] as const,
    queryFn: async ({ signal }) => {
      const me = await request(readMe, {}, { signal })
      session.recognise(me)
      return me
    },
    staleTime: Infinity,
  })

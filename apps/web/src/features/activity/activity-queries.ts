import { listActors, queryActivity, type ActivityFilter } from '@goalkeeper/contract/activity'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'

const pageSize = 100

const readPage = (filter: ActivityFilter, after: string | null, limit: number, signal?: AbortSignal) =>
  request(queryActivity, { body: { filter, after, limit } }, { signal })

/** What happened, newest first. It stays as it is while it is read: see `newestQuery`. */
export const activityQuery = (filter: ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: ['activity', 'list', filter] as const,
    queryFn: ({ pageParam, signal }) => readPage(filter, pageParam, pageSize, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })

/** The id of the newest entry, asked for again whenever something happens; ids are in the order of the entries. */
export const newestQuery = (filter: ActivityFilter) =>
  queryOptions({
    queryKey: ['activity', 'newest', filter] as const,
    queryFn: async ({ signal }) => (await readPage(filter, null, 1, signal)).entries[0]?.id ?? '',
    staleTime: Infinity,
  })

/** Everyone who stands in Activity. */
export const actorsQuery = () =>
  queryOptions({
    queryKey: ['activity', 'actors'] as const,
    queryFn: async ({ signal }) => (await request(listActors, {}, { signal })).actors,
  })

/** Begins the list again at its newest entry. One call, however far down it was read. */
export function useShowNewest(filter: ActivityFilter) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => readPage(filter, null, pageSize),
    onSuccess: (page) => {
      queryClient.setQueryData(activityQuery(filter).queryKey, { pages: [page], pageParams: [null] })
      queryClient.setQueryData(newestQuery(filter).queryKey, page.entries[0]?.id ?? '')
    },
  })
}

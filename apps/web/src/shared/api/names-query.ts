import { mostNames, readNames, type NamedKind } from '@goalkeeper/contract/catalogue'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** Names behind ids, of the first 500: more cannot be read by anyone. Names come with time, so they are asked for again now and then. */
export const namesQuery = (kind: NamedKind, ids: readonly string[]) => {
  const asked = ids.slice(0, mostNames)
  return queryOptions({
    queryKey: ['names', kind, asked],
    queryFn: ({ signal }) => request(readNames, { body: { kind, ids: asked } }, { signal }),
    staleTime: 5 * 60_000,
  })
}

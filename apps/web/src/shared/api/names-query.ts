import { mostNames, namedKindSchema, readNames, type NamedKind } from '@goalkeeper/contract/catalogue'
import { queryOptions } from '@tanstack/react-query'
import { createBatch } from './batch.ts'
import { request } from './request.ts'

/** Names come with time, so they are asked for again now and then. */
const staleTime = 5 * 60_000

/** Names behind ids, of the first 500: more cannot be read by anyone. */
export const namesQuery = (kind: NamedKind, ids: readonly string[]) => {
  const asked = ids.slice(0, mostNames)
  return queryOptions({
    queryKey: ['names', kind, asked],
    queryFn: ({ signal }) => request(readNames, { body: { kind, ids: asked } }, { signal }),
    staleTime,
  })
}

/** The name behind one id; null when nobody could name it. Cells that ask at once make one request. */
export const nameQuery = (kind: NamedKind, id: string) =>
  queryOptions({
    queryKey: ['name', kind, id],
    queryFn: () => batches[kind](id),
    staleTime,
    // A row that comes back into sight has its names at once.
    gcTime: Infinity,
  })

const batches = namedKindSchema.options.reduce(
  (all, kind) => ({ ...all, [kind]: batchOf(kind) }),
  {} as Record<NamedKind, ReturnType<typeof batchOf>>,
)

function batchOf(kind: NamedKind) {
  const read = async (ids: string[]) => (await request(readNames, { body: { kind, ids } })).names
  return createBatch(read, { most: mostNames, gatherMs: 10 })
}

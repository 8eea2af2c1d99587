import type { Screen } from '@goalkeeper/contract/screens'
import { cancelWrite, readWrite } from '@goalkeeper/contract/writes'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../api/request.ts'

/** One write by its id. The live stream keeps it current; asking again covers a stream that is down. */
export const writeQuery = (id: string) =>
  queryOptions({
    queryKey: ['writes', id] as const,
    queryFn: ({ signal }) => request(readWrite, { params: { id } }, { signal }),
    staleTime: Infinity,
  })

/** Takes back a write that still waits for its slot; refused with `conflict` once it has been sent. */
export const takeBack = (id: string, screen: Screen) => request(cancelWrite, { params: { id } }, { screen })

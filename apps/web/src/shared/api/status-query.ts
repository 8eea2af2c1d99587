import { readStatus } from '@goalkeeper/contract/status'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** Tenant, budget, sync and capabilities. The live stream keeps budget and sync current. */
export const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => request(readStatus, {}, { signal }),
  })

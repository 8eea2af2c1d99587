import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

const worthRetrying: ReadonlySet<string> = new Set(['unreachable', 'not-ready', 'too-many-calls'])

/** Queries stay fresh until the live stream says otherwise, so nothing refetches on focus; reads that cannot help are not repeated. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && error instanceof ApiError && worthRetrying.has(error.code),
      },
      mutations: { retry: false },
    },
  })
}

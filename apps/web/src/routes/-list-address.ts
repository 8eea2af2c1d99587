import type { QueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { patchSearch, type GoalListSearch } from '#web/features/goals/list-search.ts'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'

/** What every list of goals needs before it can be drawn; its rows come after. */
export const loadList = (queryClient: QueryClient) =>
  Promise.all([queryClient.ensureQueryData(fieldsQuery()), queryClient.ensureQueryData(statusesQuery())])

/** How a list page reads and writes its address. `goalPath` is where its goals open, up to the Gsid. */
export function useListAddress(search: GoalListSearch, goalPath: string) {
  const navigate = useNavigate()
  const { stringifySearch } = useRouter().options
  const text = stringifySearch(search)
  return {
    onSearchChange: (patch: GoalListSearch, isStep: boolean) =>
      void navigate({ to: '.', search: (last: GoalListSearch) => patchSearch(last, patch), replace: !isStep }),
    hrefOf: useCallback((gsid: string) => `${goalPath}${encodeURIComponent(gsid)}${text}`, [goalPath, text]),
    addressOf: (patch: GoalListSearch) =>
      `${location.origin}${location.pathname}${stringifySearch(patchSearch(search, patch))}`,
  }
}

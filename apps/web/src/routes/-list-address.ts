import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { patchSearch, type GoalListSearch } from '#web/features/goals/list-search.ts'

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

import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { GoalsAddress } from '#web/features/goals/list-base.ts'
import { patchSearch, type GoalListSearch } from '#web/features/goals/list-search.ts'

/**
 * How a list page reads and writes its address. `goalPath` is where its goals open, up to the Gsid; `patched` makes the address after a
 * change, where more stands in it than the state of the list.
 */
export function useListAddress(
  address: GoalsAddress,
  goalPath: string,
  patched: (address: GoalsAddress, patch: GoalListSearch) => GoalsAddress = patchSearch,
) {
  const navigate = useNavigate()
  const { stringifySearch } = useRouter().options
  const text = stringifySearch(address)
  return {
    onSearchChange: (patch: GoalListSearch, isStep: boolean) =>
      void navigate({ to: '.', search: (last: GoalsAddress) => patched(last, patch), replace: !isStep }),
    hrefOf: useCallback((gsid: string) => `${goalPath}${encodeURIComponent(gsid)}${text}`, [goalPath, text]),
    addressOf: (patch: GoalListSearch) =>
      `${location.origin}${location.pathname}${stringifySearch(patched(address, patch))}`,
  }
}

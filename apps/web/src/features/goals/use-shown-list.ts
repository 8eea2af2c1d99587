import type { GoalPage } from '@goalkeeper/contract/goals'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { goalWindowQuery, type GoalList } from './goal-queries.ts'

/** A list whose rows are on screen, and one in the same order whose rows stand in where its own are still on their way. */
export type ShownList = { list: GoalList; standIn: GoalList | null }

export type ListState = {
  /** The list on screen: the one asked for, or the one before until the first rows of the new one have come. Null before any answer. */
  shown: ShownList | null
  /** The first window of the list on screen: its total, and whether that is exact. */
  first: GoalPage | null
  /** The list asked for is on its way, and an older one stands in for it. */
  isReloading: boolean
  error: Error | null
  retry: () => void
}

/** Which list to show while `wanted` changes; `wanted` has to stay the same object while it means the same. */
export function useShownList(wanted: GoalList): ListState {
  const [shown, setShown] = useState<ShownList | null>(null)
  const next = useQuery(goalWindowQuery(wanted, 0))
  const current = useQuery(goalWindowQuery(shown?.list ?? wanted, 0))

  const isBehind = shown?.list !== wanted
  if (isBehind && next.data) {
    const isSameOrder = shown !== null && orderOf(shown.list) === orderOf(wanted)
    setShown({ list: wanted, standIn: isSameOrder ? shown.list : null })
  }
  return {
    shown,
    first: current.data ?? null,
    isReloading: isBehind && !next.error,
    error: next.error,
    retry: () => void next.refetch(),
  }
}

/** Names which goals a list holds and in which order; lists that differ only in their fields have the same. */
export const orderOf = ({ filter, search, sort, today }: GoalList) => JSON.stringify([filter, search, sort, today])

import type { GoalGroup } from '@goalkeeper/contract/goal-groups'
import type { GoalPage } from '@goalkeeper/contract/goals'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { goalGroupsQuery, goalWindowQuery, type GoalList } from './goal-queries.ts'

/** A list whose rows are on screen, and one in the same order whose rows stand in where its own are still on their way. */
export type ShownList = { list: GoalList; standIn: GoalList | null }

export type ListState = {
  /** The list on screen: the one asked for, or the one before until the first rows of the new one have come. Null before any answer. */
  shown: ShownList | null
  /** The first window of the list on screen: its total, and whether that is exact. */
  first: GoalPage | null
  /** The groups of the list on screen; null when it has none. */
  groups: GoalGroup[] | null
  /** The list asked for is on its way, and an older one stands in for it. */
  isReloading: boolean
  error: Error | null
  retry: () => void
}

/** Which list to show while `wanted` changes; `wanted` has to stay the same object while it means the same. */
export function useShownList(wanted: GoalList): ListState {
  const [shown, setShown] = useState<ShownList | null>(null)
  const next = useQuery(goalWindowQuery(wanted, 0))
  const nextGroups = useQuery({ ...goalGroupsQuery(wanted), enabled: wanted.group !== null })
  const current = useQuery(goalWindowQuery(shown?.list ?? wanted, 0))
  const groups = useQuery({
    ...goalGroupsQuery(shown?.list ?? wanted),
    enabled: (shown?.list ?? wanted).group !== null,
  })

  const isBehind = shown?.list !== wanted
  const error = next.error ?? nextGroups.error
  if (isBehind && next.data && (wanted.group === null || nextGroups.data)) {
    const isSameOrder = shown !== null && orderOf(shown.list) === orderOf(wanted)
    setShown({ list: wanted, standIn: isSameOrder ? shown.list : null })
  }
  return {
    shown,
    first: current.data ?? null,
    groups: shown?.list.group ? (groups.data ?? null) : null,
    isReloading: isBehind && !error,
    error,
    retry: () => {
      void next.refetch()
      if (wanted.group) void nextGroups.refetch()
    },
  }
}

/** Names which goals a list holds and in which order; lists that differ only in their fields have the same. */
export const orderOf = ({ filter, search, sort, group, today }: GoalList) =>
  JSON.stringify([filter, search, sort, group, today])

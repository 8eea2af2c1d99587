import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import { filterSentence, type Wording } from '@goalkeeper/filter/sentence'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useScopeWords } from '#web/shared/access/use-scope-words.ts'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { goalCountQuery, type GoalList } from './goal-queries.ts'
import { countWords } from './list-header.tsx'
import classes from './no-goals.module.css'

type Props = {
  list: GoalList
  filter: FilterTree | null
  q: string
  wording: Wording
  isExact: boolean
  actions: ReactNode
  onFilterChange: (filter: FilterTree | null) => void
  onSearchClear: () => void
}

/** Why there is nothing here, and which condition to drop to see something again. */
export function NoGoals(props: Props) {
  const { list, filter, q, wording, isExact, actions, onFilterChange, onSearchClear } = props
  const seen = useScopeWords()
  const parts = partsOf(filter)
  const ways = [
    ...parts.map((part) => ({
      words: filterSentence(part, wording),
      goals: { ...list, filter: joinParts(partsOf(list.filter).filter((each) => each !== part)) },
      take: () => onFilterChange(joinParts(parts.filter((each) => each !== part))),
    })),
    ...(q ? [{ words: `“${q}”`, goals: { ...list, search: '' }, take: onSearchClear }] : []),
  ]
  const counts = useQueries({ queries: ways.map(({ goals }) => goalCountQuery(goals)) })

  if (ways.length === 0) {
    return isExact ? (
      <EmptyState title={seen ? 'No goal that you see' : 'No goals yet'} actions={actions}>
        {seen ?? 'The tenant has no Customer Goals that this key can see.'}
      </EmptyState>
    ) : (
      <EmptyState title="Goals are on their way">The first sync has begun. Rows appear here as they arrive.</EmptyState>
    )
  }
  return (
    <EmptyState title="No goal matches">
      {filter && <p className={classes.filter}>{filterSentence(filter, wording)}</p>}
      <ul className={classes.ways}>
        {ways.map(({ words, take }, index) => (
          <li key={words}>
            <button type="button" className={classes.way} onClick={take}>
              without <em>{words}</em>
            </button>
            {counts[index]?.data !== undefined && `: ${countWords(counts[index].data, isExact)}`}
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

import * as ofList from '@goalkeeper/texts/goals-first'
import * as texts from '@goalkeeper/texts/goals'
import { Filled } from '#web/shared/ui/filled.tsx'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import { filterSentence, type Wording } from '@goalkeeper/filter/sentence'
import { switchedOn } from '@goalkeeper/filter/switched-off'
import type { FilterTree, KeptFilter } from '@goalkeeper/filter/tree'
import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useScopeWords } from '#web/shared/access/use-scope-words.ts'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { goalCountQuery, type WhichGoals } from './goal-queries.ts'
import classes from './no-goals.module.css'

type Props = {
  list: WhichGoals
  /** As people set it. */
  filter: KeptFilter | null
  /** What is asked of the server with another filter in its place. */
  asked: (filter: KeptFilter | null) => FilterTree | null
  q: string
  wording: Wording
  isExact: boolean
  actions: ReactNode
  onFilterChange: (filter: KeptFilter | null) => void
  onSearchClear: () => void
}

/** Why there is nothing here, and which condition to drop to see something again. */
export function NoGoals(props: Props) {
  const { list, filter, asked, q, wording, isExact, actions, onFilterChange, onSearchClear } = props
  const seen = useScopeWords()
  const parts = partsOf(filter)
  const whole = switchedOn(filter)
  const ways = [
    ...parts.flatMap((part, index) => {
      const atWork = switchedOn(part)
      const rest = joinParts(parts.toSpliced(index, 1))
      if (!atWork) return []
      const goals = { ...list, filter: asked(rest) }
      return { words: filterSentence(atWork, wording), goals, take: () => onFilterChange(rest) }
    }),
    ...(q ? [{ words: `“${q}”`, goals: { ...list, search: '' }, take: onSearchClear }] : []),
  ]
  const counts = useQueries({ queries: ways.map(({ goals }) => goalCountQuery(goals)) })

  if (ways.length === 0) {
    return isExact ? (
      <EmptyState title={seen ? texts.noGoalThatYouSee : texts.noGoalsYet} actions={actions}>
        {seen ?? texts.theTenantHasNoCustomerGoals}
      </EmptyState>
    ) : (
      <EmptyState title={texts.goalsAreOnTheirWay}>{texts.theFirstSyncHasBegunRows}</EmptyState>
    )
  }
  return (
    <EmptyState title={texts.noGoalMatches}>
      {whole && <p className={classes.filter}>{filterSentence(whole, wording)}</p>}
      <ul className={classes.ways}>
        {ways.map(({ words, take }, index) => (
          <li key={words}>
            <button type="button" className={classes.way} onClick={take}>
              <Filled text={texts.without} words={<em>{words}</em>} />
            </button>
            {counts[index]?.data !== undefined && `: ${ofList.goals(counts[index].data, isExact)}`}
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

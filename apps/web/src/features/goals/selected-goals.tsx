import * as texts from '@goalkeeper/texts/goals-selected'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { ReactNode } from 'react'
import { CopyButton } from '#web/shared/ui/copy-button.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import classes from './selection-bar.module.css'
import type { GoalSelection } from './use-goal-selection.ts'

export type SelectedGoalsProps = {
  selection: GoalSelection
  total: number
  onFilterChange: (filter: FilterTree) => void
  /** What other features can do to the selected goals. */
  deeds?: ReactNode
}

/** A filter may hold this many values, and a clipboard that many lines, without anybody noticing. */
const mostNamed = 5_000

/** How many goals are selected, and what can be done with them. */
export function SelectedGoals({ selection, total, onFilterChange, deeds }: SelectedGoalsProps) {
  const { count, selection: chosen } = selection
  const gsids = chosen.kind === 'some' ? [...chosen.gsids] : null
  const isAll = chosen.kind === 'all' && chosen.except.size === 0
  return (
    <div
      className={classes.bar}
      data-all={chosen.kind === 'all' || undefined}
      role="region"
      aria-label={texts.selectedGoals}
    >
      <span className={classes.count} role="status">
        {isAll ? texts.allMatchingGoalsSelected(count) : texts.selected(count)}
      </span>
      {!isAll && count < total && (
        <ToolButton tone="accent" onClick={selection.selectAll}>
          {texts.selectAllMatching(total)}
        </ToolButton>
      )}
      <span className={classes.gap} />
      {deeds}
      {gsids && gsids.length <= mostNamed && (
        <>
          <ToolButton onClick={() => onFilterChange({ field: 'Gsid', op: 'IN', value: gsids })}>
            {texts.showOnlyThese}
          </ToolButton>
          <CopyButton text={() => gsids.join('\n')}>{texts.copyGsids}</CopyButton>
        </>
      )}
      <ToolButton onClick={selection.clear}>{texts.clear}</ToolButton>
    </div>
  )
}

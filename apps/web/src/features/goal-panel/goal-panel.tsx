import * as texts from '@goalkeeper/texts/goal-panel'
import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { goalDetailQuery } from '#web/shared/api/goal-detail-query.ts'
import { statusQuery } from '#web/shared/api/status-query.ts'
import { GoalDecision } from './goal-decision.tsx'
import classes from './goal-panel.module.css'
import { GoalTab } from './goal-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { LinksTab } from './links-tab.tsx'
import { PanelHeader, type Steps } from './panel-header.tsx'
import { tabs, type Tab } from './tabs.ts'
import { UnsettledWrites } from './unsettled-writes.tsx'
import { usePanelCommands } from './use-panel-commands.ts'

type Props = {
  gsid: string
  tab: Tab
  onTabChange: (tab: Tab) => void
  fields: Field[]
  statuses: Status[]
  steps: Steps
  onEditLinks: () => void
  /** Deeds of other features on this goal, such as editing it; composed by the route. */
  deeds?: (goal: GoalDetail) => ReactNode
}

/** One goal, for reading: what it says, what it is associated with, and what became of it. */
export function GoalPanel({ gsid, tab, onTabChange, fields, statuses, steps, onEditLinks, deeds }: Props) {
  const { data: goal } = useSuspenseQuery(goalDetailQuery(gsid))
  const { data: status } = useSuspenseQuery(statusQuery())
  usePanelCommands({ gsid, tab, onTabChange, steps, onEditLinks })
  return (
    <article className={classes.panel} aria-labelledby="goal-name">
      <PanelHeader goal={goal} steps={steps} addressPattern={status.addressPattern} deeds={deeds?.(goal)} />
      <GoalDecision goal={goal} statuses={statuses} />
      <UnsettledWrites writes={goal.writes} fields={fields} />
      <div role="tablist" aria-label={texts.aboutThisGoal} className={classes.tabs}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === tab}
            aria-controls="goal-tab"
            tabIndex={each === tab ? 0 : -1}
            className={classes.tab}
            onClick={() => onTabChange(each)}
            onKeyDown={(event) => {
              const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
              if (!step) return
              const next = tabs[(tabs.indexOf(each) + step + tabs.length) % tabs.length] ?? each
              onTabChange(next)
              document.getElementById(`tab-${next}`)?.focus()
            }}
          >
            {tabTitles[each]}
            {each === 'links' && <span className={classes.count}>{goal.links.length}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="goal-tab" aria-labelledby={`tab-${tab}`} tabIndex={0} className={classes.body}>
        {tab === 'goal' && <GoalTab goal={goal} fields={fields} />}
        {tab === 'links' && <LinksTab goal={goal} onEdit={onEditLinks} />}
        {tab === 'history' && <HistoryTab gsid={gsid} fields={fields} />}
      </div>
    </article>
  )
}

const tabTitles: Record<Tab, string> = { goal: common.goal, links: common.links, history: texts.history }

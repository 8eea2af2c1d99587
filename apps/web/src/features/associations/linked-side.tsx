import * as texts from '@goalkeeper/texts/associations'
import * as common from '@goalkeeper/texts/common'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import { useDroppable } from '@dnd-kit/core'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { LinkItem, nameOf } from './link-item.tsx'
import classes from './linked-side.module.css'
import type { Branch } from './staging.ts'

type Props = {
  goal: GoalDetail
  branches: Branch[]
  /** An available item hangs over this side: a branch grows for it. */
  incoming: LinkedItem | null
  onToggle: (item: LinkedItem, isLinked: boolean) => void
  disabledReason: string | null
  decision: ReactNode
}

/** The goal as a card, and from it a line with a branch to everything that is linked or will be. */
export function LinkedSide({ goal, branches, incoming, onToggle, disabledReason, decision }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: 'linked' })
  return (
    <section
      ref={setNodeRef}
      className={classes.side}
      data-side="linked"
      data-over={isOver || undefined}
      aria-label={texts.linked}
    >
      <div className={classes.goal}>
        <div className={classes.name}>{goal.fields['Name']}</div>
        <div className={classes.decision}>{decision}</div>
      </div>
      <ul className={classes.branches} aria-label={texts.linkedToThisGoal}>
        {branches.map(({ item, state, isUnderPlan }) => (
          <li key={item.gsid} className={classes.branch} data-state={state} data-indented={isUnderPlan || undefined}>
            <LinkItem
              item={item}
              side="linked"
              state={state}
              isUnderPlan={isUnderPlan}
              showsCompany={item.companyId !== goal.fields['CompanyId']}
              button={
                <Button
                  data-item-deed
                  variant="default"
                  disabled={disabledReason !== null}
                  title={disabledReason ?? undefined}
                  aria-label={state === 'linked' ? texts.unlinkNamed(nameOf(item)) : texts.takeBackNamed(nameOf(item))}
                  onClick={() => onToggle(item, state !== 'to link')}
                >
                  {state === 'linked' ? texts.unlink : common.takeBack}
                </Button>
              }
            />
          </li>
        ))}
        {incoming && (
          <li className={classes.branch} data-state="to link">
            <div className={classes.landing}>{nameOf(incoming)}</div>
          </li>
        )}
      </ul>
      {branches.length === 0 && !incoming && <p className={classes.none}>{texts.nothingIsLinkedDragACta}</p>}
    </section>
  )
}

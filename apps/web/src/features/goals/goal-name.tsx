import type { GoalRow } from '@goalkeeper/contract/goals'
import { textOf } from './goal-cell.tsx'
import classes from './goal-name.module.css'
import { WriteMark } from './write-mark.tsx'

/** The name, as a link that can be opened aside, and the state of a write that is on its way. */
export function GoalName({ goal, href }: { goal: GoalRow; href: string }) {
  const name = textOf(goal.fields['Name'])
  return (
    <>
      <a className={classes.name} href={href} tabIndex={-1} title={name}>
        {name || '(without a name)'}
      </a>
      {goal.write && <WriteMark state={goal.write.state} />}
    </>
  )
}

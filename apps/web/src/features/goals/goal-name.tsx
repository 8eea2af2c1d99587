import type { GoalRow } from '@goalkeeper/contract/goals'
import { EditableCell } from '#web/shared/form/editable-cell.tsx'
import { useEdits } from '#web/shared/writes/edit-store.ts'
import { textOf } from '#web/shared/ui/field-values.ts'
import classes from './goal-name.module.css'
import { WriteMark } from './write-mark.tsx'

/** The name, as a link that can be opened aside and a text that can be edited; and the state of a write from elsewhere that is on its way. */
export function GoalName({ goal, href, isStray }: { goal: GoalRow; href: string; isStray: boolean }) {
  const edits = useEdits(goal.gsid)
  const isOurs = edits.some(({ id }) => id === goal.write?.id)
  return (
    <>
      <EditableCell place="list" goal={goal} field="Name" label="Name" hasPencil>
        {(fields) => {
          const name = textOf(fields['Name'])
          return (
            <a className={classes.name} href={href} tabIndex={-1} title={name}>
              {name || '(without a name)'}
            </a>
          )
        }}
      </EditableCell>
      {isStray && <span className={classes.stray}>no longer matches</span>}
      {goal.write && !isOurs && <WriteMark state={goal.write.state} />}
    </>
  )
}

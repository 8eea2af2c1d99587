import type { FoundPlace, GoalRow } from '@goalkeeper/contract/goals'
import { EditableCell } from '#web/shared/form/editable-cell.tsx'
import { useEdits } from '#web/shared/writes/edit-store.ts'
import { textOf } from '#web/shared/ui/field-values.ts'
import { Marked } from '#web/shared/ui/marked.tsx'
import { FoundText } from './found-text.tsx'
import classes from './goal-name.module.css'
import { WriteMark } from './write-mark.tsx'

type Props = {
  goal: GoalRow
  href: string
  isStray: boolean
  /** Where a search found the goal, if nothing else of the row tells it. */
  elsewhere: FoundPlace | null
}

/** The name, as a link that can be opened aside and a text that can be edited; and the state of a write from elsewhere that is on its way. */
export function GoalName({ goal, href, isStray, elsewhere }: Props) {
  const edits = useEdits(goal.gsid)
  const isOurs = edits.some(({ id }) => id === goal.write?.id)
  return (
    <>
      <EditableCell place="list" goal={goal} field="Name" label="Name" hasPencil>
        {(fields) => {
          const name = textOf(fields['Name'])
          return (
            <>
              <a className={classes.name} href={href} tabIndex={-1} title={name}>
                {name ? <FoundText goal={goal} field="Name" text={name} /> : '(without a name)'}
              </a>
              {elsewhere && (
                <span className={classes.elsewhere} title={`${elsewhere.label}: ${elsewhere.text}`}>
                  <span className={classes.of} data-field={elsewhere.field}>
                    {elsewhere.label}:{' '}
                  </span>
                  <Marked text={elsewhere.text} marks={elsewhere.marks} />
                </span>
              )}
            </>
          )
        }}
      </EditableCell>
      {isStray && <span className={classes.stray}>no longer matches</span>}
      {goal.write && !isOurs && <WriteMark state={goal.write.state} />}
    </>
  )
}

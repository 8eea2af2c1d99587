import * as texts from '@goalkeeper/texts/goals-first'
import * as common from '@goalkeeper/texts/common'
import type { FoundPlace, GoalRow } from '@goalkeeper/contract/goals'
import { EditableCell } from '#web/shared/form/editable-cell.tsx'
import { useEdits } from '#web/shared/writes/edit-store.ts'
import { textOf } from '#web/shared/ui/field-values.ts'
import { Marked } from '#web/shared/ui/marked.tsx'
import { FoundText } from './found-text.tsx'
import classes from './goal-name.module.css'
import { WriteMark } from './write-mark.tsx'

/** Where a goal does not belong any more, though it is held in its row. */
export type Stray = 'list' | 'group'

const strayWords = { list: texts.noLongerMatches, group: texts.noLongerInThisGroup }

type Props = {
  goal: GoalRow
  href: string
  stray: Stray | null
  /** Where a search found the goal, if nothing else of the row tells it. */
  elsewhere: FoundPlace | null
}

/** The name, as a link that can be opened aside and a text that can be edited; and the state of a write from elsewhere that is on its way. */
export function GoalName({ goal, href, stray, elsewhere }: Props) {
  const edits = useEdits(goal.gsid)
  const isOurs = edits.some(({ id }) => id === goal.write?.id)
  return (
    <>
      <EditableCell place="list" goal={goal} field="Name" label={common.name} hasPencil>
        {(fields) => {
          const name = textOf(fields['Name'])
          return (
            <>
              <a className={classes.name} href={href} tabIndex={-1} title={name}>
                {name ? <FoundText goal={goal} field="Name" text={name} /> : common.withoutAName}
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
      {stray && <span className={classes.stray}>{strayWords[stray]}</span>}
      {goal.write && !isOurs && <WriteMark state={goal.write.state} />}
    </>
  )
}

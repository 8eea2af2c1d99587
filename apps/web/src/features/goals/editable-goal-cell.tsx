import * as common from '@goalkeeper/texts/common'
import type { GoalRow } from '@goalkeeper/contract/goals'
import { EditableCell } from '#web/shared/form/editable-cell.tsx'
import { dueContent, statusContent } from './goal-cell.tsx'

/** The columns whose cells are edited where they stand; the name has a cell of its own. */
export const isEditableColumn = (id: string): id is 'StatusName' | 'DueDate' => id === 'StatusName' || id === 'DueDate'

/** A cell of the list that is edited in its own box. */
export function EditableGoalCell({ goal, id }: { goal: GoalRow; id: 'StatusName' | 'DueDate' }) {
  return (
    <EditableCell place="list" goal={goal} field={id} label={id === 'StatusName' ? common.status : common.dueDate}>
      {id === 'StatusName' ? statusContent : dueContent}
    </EditableCell>
  )
}

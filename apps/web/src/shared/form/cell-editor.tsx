import type { Status } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'
import type { GoalEdit } from '@goalkeeper/gainsight/goal-update'
import { useQueryClient } from '@tanstack/react-query'
import { use, useRef, useState } from 'react'
import { readGoalVersion } from '../api/goal-detail-query.ts'
import { startEdit } from '../writes/start-edit.ts'
import { canClear } from '../writes/update-body.ts'
import { useClearBy } from '../writes/use-clear-by.ts'
import { DueEditor } from './due-editor.tsx'
import type { EarlyKeys } from './early-keys.tsx'
import type { EditPlace, InlineField } from './cell-focus.ts'
import { ListScreen } from './list-screen.ts'
import { NameEditor } from './name-editor.tsx'
import { StatusEditor } from './status-editor.tsx'

type Props = {
  place: EditPlace
  gsid: string
  field: InlineField
  label: string
  value: FieldValue
  statuses: readonly Status[]
  /** What was typed before this editor was there. */
  early: EarlyKeys
  onEnd: () => void
}

/** The editor that lies exactly over the box of a value. Enter saves, Escape leaves everything as it was. */
export function CellEditor({ place, gsid, field, label, value, statuses, early, onEnd }: Props) {
  const queryClient = useQueryClient()
  const listScreen = use(ListScreen)
  const screen = place === 'list' ? listScreen : place
  const clearBy = useClearBy()
  // The version that is on screen while the person types. Without one the update is sent unguarded.
  const [version] = useState(() => readGoalVersion(gsid).catch(() => null))
  const text = typeof value === 'string' ? value : ''
  // The end takes the focus out of the box, which an editor would take for another end.
  const isOver = useRef(false)
  const end = (record?: GoalEdit) => {
    if (isOver.current) return
    isOver.current = true
    onEnd()
    if (record)
      void version.then(
        (seen) => startEdit(queryClient, { gsid, content: { record }, etag: seen?.etag ?? null, screen }).result,
      )
  }
  const cancel = () => end()
  switch (field) {
    case 'Name':
      return <NameEditor label={label} value={text} early={early} onSave={(Name) => end({ Name })} onCancel={cancel} />
    case 'StatusName':
      return (
        <StatusEditor
          label={label}
          value={text}
          statuses={statuses}
          early={early}
          onSave={(StatusName) => end({ StatusName })}
          onCancel={cancel}
        />
      )
    case 'DueDate':
      return (
        <DueEditor
          label={label}
          value={text || null}
          canClear={canClear(field, clearBy)}
          early={early}
          onSave={(DueDate) => end({ DueDate })}
          onCancel={cancel}
        />
      )
  }
}

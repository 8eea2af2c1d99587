import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goal-panel'
import { ActionIcon } from '@mantine/core'
import { SquarePen } from 'lucide-react'
import { useCommands } from '#web/shared/commands/use-commands.ts'
import { useWritesReason } from '#web/shared/writes/use-writes-reason.ts'

/** Opens the form with every field; switched off with the reason where nothing can be written. */
export function EditButton({ onEdit }: { onEdit: () => void }) {
  const reason = useWritesReason()
  useCommands(common.thisGoal, [{ label: texts.editAllFields, key: 'e', reason, run: onEdit }])
  return (
    <ActionIcon
      aria-label={texts.editAllFields}
      title={reason ?? texts.editAllFields}
      aria-disabled={reason !== null || undefined}
      data-disabled={reason !== null}
      onClick={reason === null ? onEdit : undefined}
    >
      <SquarePen size={16} />
    </ActionIcon>
  )
}

import { ActionIcon } from '@mantine/core'
import { SquarePen } from 'lucide-react'
import { useWritesReason } from '#web/shared/writes/use-writes-reason.ts'

/** Opens the form with every field; switched off with the reason where nothing can be written. */
export function EditButton({ onEdit }: { onEdit: () => void }) {
  const reason = useWritesReason()
  return (
    <ActionIcon
      aria-label="Edit all fields"
      title={reason ?? 'Edit all fields'}
      aria-disabled={reason !== null || undefined}
      data-disabled={reason !== null}
      onClick={reason === null ? onEdit : undefined}
    >
      <SquarePen size={16} />
    </ActionIcon>
  )
}

import { counted } from '#web/shared/ui/counted.ts'
import { useCreateChangeSet, type ChosenGoals } from './change-queries.ts'
import type { ComposerKind } from './composer.ts'
import { DeedDialog } from './deed-dialog.tsx'

type Props = {
  kind: ComposerKind
  goals: ChosenGoals
  /** How many they are. */
  size: number
  onMade: (id: string) => void
  onClose: () => void
}

const titles = {
  status: 'Set status of',
  due: 'Change due date of',
  link: 'Change links of',
  more: 'Change',
} satisfies Record<ComposerKind, string>

/** Makes a change set of the selected goals: a draft, which is looked at next. */
export function NewChange({ kind, goals, size, onMade, onClose }: Props) {
  const create = useCreateChangeSet()
  return (
    <DeedDialog
      kind={kind}
      title={`${titles[kind]} ${counted(size, 'goal')}`}
      deedLabel={`Preview ${counted(size, 'goal')}`}
      initial={null}
      mutation={create}
      onDeed={(deed) => create.mutate({ goals, deeds: [deed] }, { onSuccess: ({ id }) => onMade(id) })}
      onClose={onClose}
    />
  )
}

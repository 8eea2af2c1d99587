import * as texts from '@goalkeeper/texts/changes-compose'
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

/** Makes a change set of the selected goals: a draft, which is looked at next. */
export function NewChange({ kind, goals, size, onMade, onClose }: Props) {
  const create = useCreateChangeSet()
  return (
    <DeedDialog
      kind={kind}
      title={texts.newChange[kind](size)}
      deedLabel={texts.preview(size)}
      initial={null}
      mutation={create}
      onDeed={(deed) => create.mutate({ goals, deeds: [deed] }, { onSuccess: ({ id }) => onMade(id) })}
      onClose={onClose}
    />
  )
}

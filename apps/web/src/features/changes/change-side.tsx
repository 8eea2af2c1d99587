import type { ChangeSet } from '@goalkeeper/contract/changes'
import type { RowPart } from './change-search.ts'
import { DoneSide } from './done-side.tsx'
import { DraftSide } from './draft-side.tsx'
import { RunSide } from './run-side.tsx'

type Props = {
  set: ChangeSet
  reason: string | null
  onShow: (part: RowPart) => void
  onUndo: (id: string) => void
  onDeleted: () => void
}

/** What can be done with a change set where it stands now. */
export function ChangeSide({ set, reason, onShow, onUndo, onDeleted }: Props) {
  switch (set.state) {
    case 'draft':
      return <DraftSide set={set} reason={reason} onDeleted={onDeleted} />
    case 'scheduled':
    case 'running':
    case 'paused':
      return <RunSide set={set} reason={reason} />
    case 'done':
    case 'cancelled':
      return <DoneSide set={set} reason={reason} onShow={onShow} onUndo={onUndo} />
  }
}

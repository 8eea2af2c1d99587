import type { ChangeSet } from '@goalkeeper/contract/changes'
import type { RowPart } from './change-search.ts'
import { DoneSide } from './done-side.tsx'
import { DraftSide } from './draft-side.tsx'
import { RunSide } from './run-side.tsx'

type Props = {
  set: ChangeSet
  /** Why the person may do none of this; null when they may. */
  reason: string | null
  /** Why nothing can be sent now, for that reason or another. */
  runReason: string | null
  onShow: (part: RowPart) => void
  onUndo: (id: string) => void
  onDeleted: () => void
}

/** What can be done with a change set where it stands now. */
export function ChangeSide({ set, reason, runReason, onShow, onUndo, onDeleted }: Props) {
  switch (set.state) {
    case 'draft':
      return <DraftSide set={set} reason={reason} runReason={runReason} onDeleted={onDeleted} />
    case 'scheduled':
    case 'running':
    case 'paused':
      return <RunSide set={set} reason={reason} runReason={runReason} />
    case 'done':
    case 'cancelled':
      return <DoneSide set={set} reason={reason} runReason={runReason} onShow={onShow} onUndo={onUndo} />
  }
}

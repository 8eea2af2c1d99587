import type { ListState, View } from '@goalkeeper/contract/views'
import { lazy, Suspense } from 'react'
import type { ViewWays } from './view-ways.ts'

const SaveAsDialog = lazy(() => import('./save-as-dialog.tsx').then((module) => ({ default: module.SaveAsDialog })))
const RenameDialog = lazy(() => import('./rename-dialog.tsx').then((module) => ({ default: module.RenameDialog })))
const DeleteDialog = lazy(() => import('./delete-dialog.tsx').then((module) => ({ default: module.DeleteDialog })))
const NotSavedDialog = lazy(() =>
  import('./not-saved-dialog.tsx').then((module) => ({ default: module.NotSavedDialog })),
)

/** Something about a view that needs a word of the person first. */
export type ViewDialog =
  | { kind: 'save-as' }
  | { kind: 'rename' | 'delete'; view: View }
  | { kind: 'not-saved'; view: View; error: Error }

type Props = {
  dialog: ViewDialog
  onDialog: (dialog: ViewDialog | null) => void
  state: ListState
  openId: string | null
  ways: ViewWays
}

/** The dialog that is open, fetched when it is. */
export function ViewDialogs({ dialog, onDialog, state, openId, ways }: Props) {
  const onClose = () => onDialog(null)
  const open = (id: string | null) => {
    onClose()
    ways.onOpen(id)
  }
  return (
    <Suspense fallback={null}>
      {dialog.kind === 'save-as' && <SaveAsDialog state={state} onSaved={open} onClose={onClose} />}
      {dialog.kind === 'rename' && <RenameDialog view={dialog.view} onClose={onClose} />}
      {dialog.kind === 'delete' && (
        <DeleteDialog
          view={dialog.view}
          onDeleted={() => (dialog.view.id === openId ? open(null) : onClose())}
          onClose={onClose}
        />
      )}
      {dialog.kind === 'not-saved' && (
        <NotSavedDialog
          {...dialog}
          state={state}
          onSaved={() => open(dialog.view.id)}
          onSaveAs={() => onDialog({ kind: 'save-as' })}
          onClose={onClose}
        />
      )}
    </Suspense>
  )
}

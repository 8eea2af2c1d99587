import * as texts from '@goalkeeper/texts/views-tabs'
import * as common from '@goalkeeper/texts/common'
import type { ListState } from '@goalkeeper/contract/views'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import type { ShownBase } from './shown-base.ts'
import type { ViewDialog } from './view-dialogs.tsx'
import { useSaveView } from './view-queries.ts'
import type { ViewWays } from './view-ways.ts'

type Props = {
  base: Exclude<ShownBase, { kind: 'all' }>
  state: ListState
  ways: ViewWays
  onDialog: (dialog: ViewDialog) => void
  onClose?: () => void
}

/** Saves what was changed into the view or beside it, or takes it back. */
export function ChangedDeeds({ base, state, ways, onDialog, onClose }: Props) {
  const save = useSaveView()
  const view = base.kind === 'view' ? base.view : null
  const saveInto = () => {
    if (!view?.mayChange) return
    save.mutate(
      { view, state },
      {
        onSuccess: () => {
          onClose?.()
          ways.onReset()
        },
        onError: (error) => {
          onClose?.()
          onDialog({ kind: 'not-saved', view, error })
        },
      },
    )
  }
  return (
    <>
      {view && (
        <ToolButton
          tone="accent"
          disabled={save.isPending}
          aria-disabled={!view.mayChange || undefined}
          title={view.mayChange ? undefined : texts.itIsSTheyAndAdmins(view.owner)}
          onClick={saveInto}
        >
          {texts.save}
        </ToolButton>
      )}
      <ToolButton
        onClick={() => {
          onClose?.()
          onDialog({ kind: 'save-as' })
        }}
      >
        {texts.saveAs}
      </ToolButton>
      <ToolButton
        onClick={() => {
          onClose?.()
          ways.onReset()
        }}
      >
        {common.reset}
      </ToolButton>
    </>
  )
}

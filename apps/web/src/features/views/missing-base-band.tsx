import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'

/** Why the view or list link of the address is not what is shown. */
export function MissingBaseBand({ sentence, onDismiss }: { sentence: string; onDismiss: () => void }) {
  return (
    <Band tone="amber" action={<ToolButton onClick={onDismiss}>Dismiss</ToolButton>}>
      {sentence} What you see is not narrowed by it.
    </Band>
  )
}

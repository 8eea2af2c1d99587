import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/views-first'
import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'

/** Why the view or list link of the address is not what is shown. */
export function MissingBaseBand({ sentence, onDismiss }: { sentence: string; onDismiss: () => void }) {
  return (
    <Band tone="amber" action={<ToolButton onClick={onDismiss}>{common.dismiss}</ToolButton>}>
      {texts.whatYouSeeIsNotNarrowed(sentence)}
    </Band>
  )
}

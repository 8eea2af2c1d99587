import * as texts from '@goalkeeper/texts/views-first'
import { Share2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import type { ShownState } from './shown-base.ts'

const load = () => import('./share-dialog.tsx')
const ShareDialog = lazy(() => load().then((module) => ({ default: module.ShareDialog })))

type Props = {
  shown: ShownState
  /** The address of a list link. */
  addressOf: (id: string) => string
}

/** Makes a short link to the list as it is. */
export function ShareButton({ shown, addressOf }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ToolButton
        icon={<Share2 size={14} />}
        iconBelow={1000}
        aria-haspopup="dialog"
        onPointerEnter={() => void load()}
        onClick={() => setOpen(true)}
      >
        {texts.share}
      </ToolButton>
      {isOpen && (
        <Suspense fallback={null}>
          <ShareDialog shown={shown} addressOf={addressOf} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

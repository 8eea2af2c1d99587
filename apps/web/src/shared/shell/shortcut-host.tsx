import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/shell-first'
import { lazy, Suspense, useRef, useState } from 'react'
import { type Offer, readCommands } from '../commands/command-store.ts'
import { useCommands } from '../commands/use-commands.ts'
import { shortcutsSetting, useShortcutKeys } from '../commands/use-shortcut-keys.ts'
import { useRemembered } from '../storage/remembered.ts'

const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })))

/** The command that shows the help sheet. */
export const openShortcuts = texts.keyboardShortcuts

/** Listens for single keys, and shows on `?` which ones there are. */
export function ShortcutHost() {
  const [offers, setOffers] = useState<Offer[] | null>(null)
  const [setting, setSetting] = useRemembered(shortcutsSetting)
  const before = useRef<Element | null>(null)
  const isOn = setting !== 'off'
  useShortcutKeys()
  useCommands(common.everywhere, [
    {
      label: openShortcuts,
      key: '?',
      alias: texts.help,
      run: () => {
        before.current = document.activeElement
        setOffers(readCommands())
      },
    },
    {
      label: isOn ? texts.singleKeyShortcutsSwitchOff : texts.singleKeyShortcutsSwitchOn,
      run: () => setSetting(isOn ? 'off' : null),
    },
  ])
  const close = () => {
    setOffers(null)
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  return (
    offers && (
      <Suspense fallback={null}>
        <ShortcutSheet offers={offers} isOn={isOn} onSwitch={() => setSetting(isOn ? 'off' : null)} onClose={close} />
      </Suspense>
    )
  )
}

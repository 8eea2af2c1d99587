import * as texts from '@goalkeeper/texts/shell-palette'
import * as common from '@goalkeeper/texts/common'
import { Switch } from '@mantine/core'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Offer } from '../commands/command-store.ts'
import { keyWords, paletteKeys } from '../commands/key-words.ts'
import { openPalette } from './palette-name.ts'
import classes from './shortcut-sheet.module.css'

type Props = { offers: Offer[]; isOn: boolean; onSwitch: () => void; onClose: () => void }

/** The keys that do something on this screen, by what they do it to; and the switch for the single ones. */
export function ShortcutSheet({ offers, isOn, onSwitch, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-labelledby="shortcuts-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <header className={classes.head}>
        <h2 id="shortcuts-title" className={classes.title}>
          {texts.keyboardShortcuts}
        </h2>
        <button
          type="button"
          className={classes.close}
          aria-label={common.close}
          title={common.closeEsc}
          onClick={() => dialog.current?.close()}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      <div className={classes.groups}>
        {offers.map(({ place, commands, hints = [] }) => {
          const keyed = commands.flatMap(({ key, label }) =>
            key ? [{ keys: keyWords(key), label, isSingle: true }] : [],
          )
          const palette =
            place === common.everywhere ? [{ keys: paletteKeys, label: openPalette, isSingle: false }] : []
          const lines = [...palette, ...keyed, ...hints.map((hint) => ({ ...hint, isSingle: false }))]
          if (lines.length === 0) return null
          return (
            <section key={place} aria-label={place}>
              <h3 className={classes.place}>{place}</h3>
              <dl className={classes.lines}>
                {lines.map(({ keys, label, isSingle }) => (
                  <div key={label} className={classes.line} data-off={(isSingle && !isOn) || undefined}>
                    <dt className={classes.label}>{label}</dt>
                    <dd className={classes.keys}>
                      <kbd className={classes.key}>{keys}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      <footer className={classes.foot}>
        <Switch
          label={common.singleKeyShortcuts}
          description={texts.inThisBrowserTheyNeverFire}
          checked={isOn}
          onChange={onSwitch}
        />
      </footer>
    </dialog>
  )
}

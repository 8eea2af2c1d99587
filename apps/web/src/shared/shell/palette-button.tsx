import * as texts from '@goalkeeper/texts/shell-first'
import { Search } from 'lucide-react'
import { runCommand } from '../commands/command-store.ts'
import { isMac, paletteKeys } from '../commands/key-words.ts'
import classes from './palette-button.module.css'
import { openPalette, preloadPalette } from './palette-name.ts'

/** The one box that finds everything, for those who look for it with a mouse. */
export function PaletteButton() {
  return (
    <button
      type="button"
      className={classes.button}
      aria-haspopup="dialog"
      aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      onPointerEnter={() => void preloadPalette()}
      onClick={() => runCommand(openPalette)}
    >
      <Search size={14} aria-hidden="true" />
      <span className={classes.words}>{texts.findAGoalACompanyAn}</span>
      <kbd className={classes.key}>{paletteKeys}</kbd>
    </button>
  )
}

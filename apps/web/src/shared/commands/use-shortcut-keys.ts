import { useEffect } from 'react'
import { recall } from '../storage/remembered.ts'
import { type Command, readCommands } from './command-store.ts'
import { gridSelector } from '../table/grid-selector.ts'

/** The name under which this browser remembers that single-key shortcuts are 'off'. */
export const shortcutsSetting = 'shortcuts'

/** Runs the command whose single key is pressed: not while somebody types, not with a dialog open, not when they are switched off. */
export function useShortcutKeys(): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return
      if (isTaken(event) || recall(shortcutsSetting) === 'off') return
      const command = commandOf(event)
      if (!command) return
      event.preventDefault()
      if (!command.reason) command.run()
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [])
}

function commandOf({ key, shiftKey, repeat }: KeyboardEvent): Command | undefined {
  // With Caps Lock on, J is still the key j.
  const pressed = shiftKey ? key : key.toLowerCase()
  return readCommands()
    .flatMap(({ commands }) => commands)
    .find((command) => command.key?.toLowerCase() === pressed && (!repeat || command.repeats))
}

/** Whether the key belongs to what has the focus, or to a dialog. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open], [role=dialog], [role=alertdialog]')) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select, [role=textbox]')) {
    return true
  }
  // A menu or a list that is open goes first.
  if (key === 'Escape' && document.querySelector('[role=menu], [role=listbox]')) return true
  return key === 'Enter' && target.closest(`a, button, input, [role=button], ${gridSelector}`) !== null
}

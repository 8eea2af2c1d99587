import type { KeyboardEvent } from 'react'
import type { HeaderDeeds } from './header-deeds.ts'

/** How much wider or narrower a column becomes by one key. */
export const widthStep = 16

type Header = { id: string; width: number; deeds: HeaderDeeds; openMenu: () => void }

/** What a key does to the header that is active: Enter sorts, with Shift by one key more; Alt with arrows moves, Shift with arrows resizes, Alt+↓ opens the menu. False: nothing. */
export function pressOnHeader(event: KeyboardEvent<HTMLElement>, { id, width, deeds, openMenu }: Header): boolean {
  const { key, shiftKey, altKey } = event
  const direction = { ArrowLeft: -1, ArrowRight: 1 }[key]
  const isOnButton = event.target !== event.currentTarget
  if (direction !== undefined && altKey && !shiftKey) deeds.move(id, direction)
  else if (direction !== undefined && shiftKey && !altKey) deeds.resize(id, width + direction * widthStep)
  else if ((altKey && key === 'ArrowDown') || key === 'ContextMenu' || (shiftKey && key === 'F10')) openMenu()
  // A button that has the focus is pressed by these keys on its own.
  else if ((key === 'Enter' || key === ' ') && !isOnButton && deeds.canSort(id)) deeds.sort(id, shiftKey)
  else return false
  return true
}

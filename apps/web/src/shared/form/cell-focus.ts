import { useSyncExternalStore } from 'react'

/** What can be edited in the box where it is read. */
export type InlineField = 'Name' | 'StatusName' | 'DueDate'
/** Where that box is: the same goal may be on screen twice. */
export type EditPlace = 'list' | 'panel'

let open: string | null = null
const listeners = new Set<() => void>()
const nameOf = (place: EditPlace, gsid: string, field: InlineField) => `${place} ${gsid} ${field}`

function set(next: string | null): void {
  open = next
  listeners.forEach((listener) => listener())
}

/** Opens one box for editing; another one that is open closes. */
export const openCell = (place: EditPlace, gsid: string, field: InlineField) => set(nameOf(place, gsid, field))
export const closeCell = () => set(null)

/** Whether this box is the one that is being edited. */
export function useIsOpen(place: EditPlace, gsid: string, field: InlineField): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open === nameOf(place, gsid, field),
  )
}

import { useSyncExternalStore } from 'react'

const lists = new Map<string, MediaQueryList>()

function listOf(query: string): MediaQueryList {
  const known = lists.get(query) ?? matchMedia(query)
  lists.set(query, known)
  return known
}

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      listOf(query).addEventListener('change', listener)
      return () => listOf(query).removeEventListener('change', listener)
    },
    () => listOf(query).matches,
  )
}

/** Below these widths panels overlay the page, or fill it. */
export const overlayMedia = '(max-width: 1199px)'
export const sheetMedia = '(max-width: 767px)'
/** Where a finger points, and a field in focus brings up a keyboard. */
export const touchMedia = '(pointer: coarse)'

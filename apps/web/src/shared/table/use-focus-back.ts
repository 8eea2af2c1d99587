import { useEffect, useRef, type RefObject } from 'react'

/** Gives the focus back to what opened something, when that closes and takes the focus away with it. */
export function useFocusBack(opener: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (hasClosed && document.activeElement === document.body) opener.current?.focus({ preventScroll: true })
  }, [isOpen, opener])
}

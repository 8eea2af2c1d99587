import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const prefix = 'goalkeeper.'

/** A small text kept in this browser; null when there is none, or when storage is closed to us. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

/** Keeps a small text in this browser, or forgets it when null. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, value)
  } catch {
    // A browser that forbids storage forgets at once; nothing else depends on it.
  }
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** A remembered text as state, the same in every tab. */
export function useRemembered(name: string): [string | null, (value: string | null) => void] {
  const value = useSyncExternalStore(subscribe, () => recall(name))
  return [value, (next) => remember(name, next)]
}

import { useSyncExternalStore } from 'react'

/** A result that came about out of sight, and the way to where it can be seen. */
export type Notice = {
  id: number
  tone: 'plain' | 'red'
  words: string
  action: { label: string; run: () => void }
}

let notices: readonly Notice[] = []
let lastId = 0
const listeners = new Set<() => void>()

function replace(next: readonly Notice[]): void {
  notices = next
  listeners.forEach((listener) => listener())
}

/** Tells what has come of something that the person does not look at any more. It stays until it is followed or put away. */
export function tell(notice: Omit<Notice, 'id'>): void {
  lastId += 1
  replace([...notices, { ...notice, id: lastId }])
}

export const putAway = (id: number) => replace(notices.filter((notice) => notice.id !== id))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The notices that nobody has put away, oldest first. */
export const useNotices = () => useSyncExternalStore(subscribe, () => notices)

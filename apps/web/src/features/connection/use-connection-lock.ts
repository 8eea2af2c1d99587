import { useMay } from '#web/shared/api/use-may.ts'

/** Where the page says why this person can change nothing on it. */
export const reasonId = 'connection-reason'

/** Why this person cannot change the connection, and what a button carries because of it. */
export function useConnectionLock() {
  const reason = useMay('connect')
  return {
    reason,
    lock: reason === null ? {} : ({ disabled: true, title: reason, 'aria-describedby': reasonId } as const),
  }
}

import { useEffect, useState } from 'react'

/** What comes sooner than this needs nothing in its place meanwhile. */
const patienceMs = 300

/** Whether something that is awaited takes so long that people should see that it is on its way. */
export function useIsLate(isAwaited: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isAwaited) return
    const timer = setTimeout(() => setLate(true), patienceMs)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isAwaited])
  return isAwaited && isLate
}

import { useState } from 'react'

/** The same object for as long as its key stays the same, for children that are not drawn again without need. */
export function useStable<Value>(value: Value, key: string): Value {
  const [kept, setKept] = useState({ value, key })
  if (kept.key === key) return kept.value
  setKept({ value, key })
  return value
}

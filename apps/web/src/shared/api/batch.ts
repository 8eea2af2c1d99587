type Batching = {
  /** How many keys one reading may ask for. */
  most: number
  /** How long the first key waits for others. */
  gatherMs: number
}

/** Reads one key at a time for those who ask, and asks for all that come within a moment at once. A key without an answer gives null. */
export function createBatch<Value>(
  read: (keys: string[]) => Promise<Readonly<Record<string, Value>>>,
  { most, gatherMs }: Batching,
): (key: string) => Promise<Value | null> {
  const waiting = new Map<string, PromiseWithResolvers<Value | null>>()

  const readWaiting = async () => {
    const batch = [...waiting]
    waiting.clear()
    if (batch.length === 0) return
    try {
      const answers = await read(batch.map(([key]) => key))
      for (const [key, { resolve }] of batch) resolve(answers[key] ?? null)
    } catch (error) {
      for (const [, { reject }] of batch) reject(error)
    }
  }

  return (key) => {
    const known = waiting.get(key)
    if (known) return known.promise
    const asked = Promise.withResolvers<Value | null>()
    waiting.set(key, asked)
    if (waiting.size === 1) setTimeout(() => void readWaiting(), gatherMs)
    if (waiting.size === most) void readWaiting()
    return asked.promise
  }
}

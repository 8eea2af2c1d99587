/** Joins those who ask for the same thing at the same time: the work of one key is under way at most once. */
export function createCoalesce() {
  const underWay = new Map<string, Promise<unknown>>()
  return <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const known = underWay.get(key)
    // The key names the work, and so the type of what comes of it.
    if (known) return known as Promise<T>
    const work = run().finally(() => underWay.delete(key))
    underWay.set(key, work)
    return work
  }
}

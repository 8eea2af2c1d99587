declare global {
  /** What public/early.js asked for, by path. */
  var earlyAnswers: Map<string, Promise<Response>> | undefined
}

/** An answer that nobody has taken until then is told anew. */
const freshForMs = 10_000

/**
 * The answer to a request that was made before this program was there; null when there is none (any more). Each is given once: `now` is
 * milliseconds since the page was opened.
 */
export function takeEarly(path: string, method = 'GET', now: number = performance.now()): Promise<Response> | null {
  const early = globalThis.earlyAnswers
  if (method !== 'GET' || !early) return null
  if (now > freshForMs) early.clear()
  const answer = early.get(path) ?? null
  early.delete(path)
  return answer
}

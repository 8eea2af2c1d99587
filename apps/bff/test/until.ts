import { setTimeout as wait } from 'node:timers/promises'

/** Waits until `look` gives something (not false, null or undefined), and gives that; throws when it has not after `patienceMs`. */
export async function until<T>(
  look: () => T | Promise<T>,
  patienceMs = 30_000,
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found !== false && found !== null && found !== undefined) return found as Exclude<T, false | null | undefined>
    if (Date.now() > deadline) throw new Error(`It did not come true in ${patienceMs} ms: ${String(look)}`)
    await wait(20)
  }
}

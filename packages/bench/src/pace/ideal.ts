/**
 * The least time in which so many calls can be made where at most `perWindow` may begin in any `windowSeconds`: the last begins when its
 * window opens, and takes `callSeconds`.
 */
export function idealSeconds(
  calls: number,
  limit: { perWindow: number; windowSeconds: number },
  callSeconds: number,
): number {
  if (calls <= 0) return 0
  return Math.floor((calls - 1) / limit.perWindow) * limit.windowSeconds + callSeconds
}

/** "1.02x": how much longer something took. */
export const ratioWords = (seconds: number, ideal: number): string => `${(seconds / ideal).toFixed(2)}x`

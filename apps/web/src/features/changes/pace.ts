/** How many goals were settled at an instant. */
export type Sighting = { at: number; settled: number }

/** A pace is taken over so long: what the tenant lets through comes in bursts. */
const spanMs = 60_000
/** Less than this says nothing. */
const leastMs = 5_000

/** Goals a minute over the last minute of what was seen; null while that is too short. */
export function paceOf(sightings: readonly Sighting[]): number | null {
  const last = sightings.at(-1)
  const first = last && sightings.find(({ at }) => at >= last.at - spanMs)
  if (!last || !first || last.at - first.at < leastMs) return null
  return (Math.max(0, last.settled - first.settled) * 60_000) / (last.at - first.at)
}

/** Which of some tabs have room, by their widths: the one that has to be seen, and the others from the left until one does not fit. */
export function fitting(widths: readonly number[], room: number, must: number): ReadonlySet<number> {
  const fits = new Set([must])
  let taken = widths[must] ?? 0
  for (const [place, width] of widths.entries()) {
    if (place === must) continue
    taken += width
    if (taken > room) break
    fits.add(place)
  }
  return fits
}

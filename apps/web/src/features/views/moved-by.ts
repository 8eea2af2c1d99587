/** A list of ids with one of them so many places on, as far as there are any; the same list when it stays where it is. */
export function movedBy(ids: string[], id: string, places: number): string[] {
  const from = ids.indexOf(id)
  const to = Math.min(ids.length - 1, Math.max(0, from + places))
  return from < 0 || to === from ? ids : ids.toSpliced(from, 1).toSpliced(to, 0, id)
}

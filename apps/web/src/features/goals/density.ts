/** The name under which this browser remembers how tall rows are: null is compact. */
export const densitySetting = 'density'

export const phoneRowHeight = 64

/** Height of a row in pixels. */
export function rowHeightOf(density: string | null, isPhone: boolean): number {
  if (isPhone) return phoneRowHeight
  return density === 'comfortable' ? 40 : 32
}

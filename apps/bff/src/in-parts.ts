/**
 * A list in parts of `size`, the last one shorter: memory stays flat, and where the store has one connection others have their turn between two.
 */
export function inParts<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size))
}

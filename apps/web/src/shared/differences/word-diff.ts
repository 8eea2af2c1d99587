/** A stretch of two texts: what both have, what only the first has, what only the second has. */
export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** Comparing every word with every other takes time; beyond this many pairs the changed stretch is shown as replaced as a whole. */
const mostPairs = 4_000_000

/** How one text became another, by words; between the parts stands a blank. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const parts: DiffPart[] = []
  const add = (kind: DiffPart['kind'], words: readonly string[]) => {
    const last = parts.at(-1)
    if (words.length === 0) return
    if (last?.kind === kind) last.text += ` ${words.join(' ')}`
    else parts.push({ kind, text: words.join(' ') })
  }
  add('same', old.slice(0, start))
  addMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end), add)
  add('same', old.slice(old.length - end))
  return parts
}

type Add = (kind: DiffPart['kind'], words: readonly string[]) => void

/** By the longest common row of words. */
function addMiddle(old: readonly string[], now: readonly string[], add: Add): void {
  if (old.length * now.length > mostPairs) {
    add('removed', old)
    add('added', now)
    return
  }
  const width = now.length + 1
  // How long the longest common row is from a pair of places on.
  const common = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => common[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  let [row, column] = [0, 0]
  while (row < old.length || column < now.length) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      add('same', old.slice(row, row + 1))
      row += 1
      column += 1
    } else if (column >= now.length || (row < old.length && at(row + 1, column) >= at(row, column + 1))) {
      add('removed', old.slice(row, row + 1))
      row += 1
    } else {
      add('added', now.slice(column, column + 1))
      column += 1
    }
  }
}

const wordsOf = (text: string): string[] => text.match(/\S+/g) ?? []

/** Words that stay, at most so many on either side of what changes, for where there is one line. */
const contextWords = 2

/** The same, with what stays cut down to the words beside what changes. */
export function shortDiff(before: string, after: string): DiffPart[] {
  const parts = wordDiff(before, after)
  return parts.map((part, place) => {
    const words = wordsOf(part.text)
    const isFirst = place === 0
    const isLast = place === parts.length - 1
    if (part.kind !== 'same' || words.length <= contextWords * (isFirst || isLast ? 1 : 2)) return part
    const head = isFirst ? [] : words.slice(0, contextWords)
    const tail = isLast ? [] : words.slice(-contextWords)
    return { kind: 'same', text: [...head, '…', ...tail].join(' ') }
  })
}

import { type TextWord, unfoldedLength, wordsIn } from './search-text.ts'

/**
 * How a word that is looked for is found in one of a text: it is that word, begins it, stands inside it, or is spelled nearly
 * like it. From the best to the least.
 */
export type WordFit = 'is' | 'begins' | 'inside' | 'near'

/** More words narrow nothing and cost the server time. */
export const mostSearchWords = 8

/** With fewer letters a word stands inside of, or is spelled like, too many others: it only begins words of names. */
export const fewestLetters = 4

/** The words that a search looks for: each once, the first few. */
export function searchWords(text: string): string[] {
  return [...new Set(wordsIn(text).map(({ word }) => word))].slice(0, mostSearchWords)
}

/** How a name holds a word; null when it does not. Names are the goal's own, and those of its company and people. */
export function fitInName(asked: string, word: string): WordFit | null {
  if (word === asked) return 'is'
  if (word.startsWith(asked)) return 'begins'
  if (asked.length >= fewestLetters && word.includes(asked)) return 'inside'
  return isNear(asked, word) ? 'near' : null
}

/** How a description holds a word. There only beginnings count: long texts hold something like nearly every word. */
export function fitInDescription(asked: string, word: string): WordFit | null {
  if (word === asked) return 'is'
  return asked.length >= fewestLetters && word.startsWith(asked) ? 'begins' : null
}

/** With so many letters, a second slip is forgiven. */
const lettersForTwoSlips = 8

/** How many slips are forgiven in a word. Numbers are typed as they are: 2027 is not meant by 2026. */
export function slipsIn(asked: string): number {
  if (asked.length < fewestLetters || /\p{N}/u.test(asked)) return 0
  return asked.length < lettersForTwoSlips ? 1 : 2
}

/**
 * Whether a word is spelled nearly like another: a letter left out, put in, or in the place of another, or two neighbours
 * swapped; twice in a long word. The first letter is the one that people get right, but for swapping it with the second.
 */
export function isNear(asked: string, word: string): boolean {
  const most = slipsIn(asked)
  if (most === 0 || Math.abs(asked.length - word.length) > most || asked === word) return false
  const isSameStart = asked[0] === word[0] || (asked[0] === word[1] && asked[1] === word[0])
  return isSameStart && slipsBetween(asked, word) <= most
}

/** The fewest slips that lead from one word to another (optimal string alignment). */
function slipsBetween(from: string, to: string): number {
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, place) => place)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let place = 1; place <= to.length; place += 1) {
      const isSame = from[row - 1] === to[place - 1]
      const isSwapped = from[row - 1] === to[place - 2] && from[row - 2] === to[place - 1]
      current[place] = Math.min(
        at(last, place) + 1,
        at(current, place - 1) + 1,
        at(last, place - 1) + (isSame ? 0 : 1),
        isSwapped ? at(before, place - 2) + 1 : Infinity,
      )
    }
    before = last
    last = current
  }
  return at(last, to.length)
}

const at = (numbers: readonly number[], place: number) => numbers[place] ?? Infinity

/** A part of a text, from one character up to another. */
export type Mark = [start: number, end: number]

type Fit = (asked: string, word: string) => WordFit | null

/** Where words are found in a text, in its order, and which of them are. */
export function findWords(text: string, asked: readonly string[], fit: Fit): { marks: Mark[]; found: Set<string> } {
  const found = new Set<string>()
  const marks: Mark[] = []
  for (const each of wordsIn(text)) {
    const fits = asked.flatMap((word) => {
      const kind = fit(word, each.word)
      return kind ? [{ word, kind }] : []
    })
    for (const { word } of fits) found.add(word)
    const longest = fits.toSorted((a, b) => lettersOf(b, each) - lettersOf(a, each))[0]
    if (longest) marks.push(markOf(text, each, longest))
  }
  return { marks, found }
}

type Found = { word: string; kind: WordFit }

const lettersOf = ({ word, kind }: Found, held: TextWord) => (kind === 'near' ? held.word.length : word.length)

function markOf(text: string, { word: held, start, end }: TextWord, { word, kind }: Found): Mark {
  if (kind === 'is' || kind === 'near') return [start, end]
  const written = text.slice(start, end)
  const from = held.indexOf(word)
  return [start + unfoldedLength(written, from), start + unfoldedLength(written, from + word.length)]
}

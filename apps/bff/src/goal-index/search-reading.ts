import { fewestLetters, isNear, searchWords, slipsIn } from '@goalkeeper/filter/search-match'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'

/** A search as it is run: each of its words with the words of goals that it stands for, or Gsids. */
export type ReadSearch = { text: string; words: ReadWord[]; gsids: string[] }

export type ReadWord = {
  word: string
  /** Words that it finds wherever they stand. */
  anywhere: string[]
  /** Words that it finds in names only. */
  inNames: string[]
  /** Of those, the words that are spelled nearly like it. */
  near: string[]
  /** Whether it is found as the beginning of any word of a name: it is too short to look for each of them. */
  begins: boolean
}

/** What the words of a search stand for among all that any goal has; null where nothing is looked for. */
export async function readSearch(database: Database, asked: string | undefined): Promise<ReadSearch | null> {
  const text = asked?.trim() ?? ''
  if (text === '') return null
  const parts = text.split(/\s+/)
  const words = searchWords(parts.filter((part) => !isGsid(part)).join(' '))
  const held = await heldWords(
    database,
    words.filter((word) => word.length >= fewestLetters),
  )
  return { text, words: words.map((word) => readingOf(word, held)), gsids: parts.filter(isGsid) }
}

type Held = { word: string; inNames: boolean }

function readingOf(word: string, held: readonly Held[]): ReadWord {
  if (word.length < fewestLetters) return { word, anywhere: [word], inNames: [], near: [], begins: true }
  const names = held.filter((each) => each.inNames && !each.word.startsWith(word)).map((each) => each.word)
  const inside = names.filter((each) => each.includes(word))
  const near = names.filter((each) => !each.includes(word) && isNear(word, each))
  return {
    word,
    anywhere: held.filter((each) => each.word.startsWith(word)).map((each) => each.word),
    inNames: [...inside, ...near],
    near,
    begins: false,
  }
}

/** The words of goals that may be meant, and perhaps some more. */
async function heldWords({ db }: Database, words: readonly string[]): Promise<Held[]> {
  if (words.length === 0) return []
  const selects = words
    .flatMap((word) => [beginsWith(word), sql`in_names AND word LIKE ${`%${word}%`}`, ...nearly(word)])
    .map((condition) => sql`SELECT word, in_names AS "inNames" FROM search_word WHERE ${condition}`)
  const { rows } = await sql<Held>`${sql.join(selects, sql` UNION `)}`.execute(db)
  return rows
}

/** A range, which the index of the words serves. */
const beginsWith = (start: string) => sql`word >= ${start} AND word < ${start + lastLetter}`

/** Sorts behind every letter. */
const lastLetter = '\u{10FFFF}'

/**
 * Words of names of about this length that begin with the same letter, or with the first two swapped, and share a part: of more
 * parts than slips can touch, one is left whole.
 */
function nearly(word: string): RawBuilder<unknown>[] {
  const slips = slipsIn(word)
  if (slips === 0) return []
  const letters = Array.from(word)
  const [first = '', second = ''] = letters
  const patterns = partsOf(letters, 2 * slips + 1).map((part) => `%${part}%`)
  return [...new Set([first, second + first])].map(
    (start) => sql`in_names AND ${beginsWith(start)}
      AND length(word) BETWEEN ${letters.length - slips} AND ${letters.length + slips}
      AND word LIKE ANY (${patterns}::text[])`,
  )
}

function partsOf(letters: readonly string[], count: number): string[] {
  const ends = Array.from({ length: count }, (_, place) => Math.round(((place + 1) * letters.length) / count))
  return ends.map((end, place) => letters.slice(ends[place - 1] ?? 0, end).join('')).filter(Boolean)
}

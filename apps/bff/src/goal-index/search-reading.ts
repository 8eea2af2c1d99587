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
}

/** What the words of a search stand for among all that any goal has; null where nothing is looked for. */
export async function readSearch(database: Database, asked: string | undefined): Promise<ReadSearch | null> {
  const text = asked?.trim() ?? ''
  if (text === '') return null
  const parts = text.split(/\s+/)
  const words = searchWords(parts.filter((part) => !isGsid(part)).join(' '))
  const held = await heldWords(database, words)
  return { text, words: words.map((word) => readingOf(word, held)), gsids: parts.filter(isGsid) }
}

type Held = { word: string; inNames: boolean }

function readingOf(word: string, held: readonly Held[]): ReadWord {
  const isAnywhere = (each: string) =>
    each === word || (word.length >= fewestLetters.inDescription && each.startsWith(word))
  const isInside = (each: string) => word.length >= fewestLetters.inside && each.includes(word)
  const names = held.filter((each) => each.inNames && !isAnywhere(each.word)).map((each) => each.word)
  const near = names.filter((each) => isNear(word, each) && !isInside(each) && !each.startsWith(word))
  return {
    word,
    anywhere: held.filter((each) => isAnywhere(each.word)).map((each) => each.word),
    inNames: [...names.filter((each) => each.startsWith(word) || isInside(each)), ...near],
    near,
  }
}

/** The words of goals that may be meant, and perhaps some more. */
async function heldWords({ db }: Database, words: readonly string[]): Promise<Held[]> {
  if (words.length === 0) return []
  const parts = words.flatMap((word) => {
    const begins = between(word, word.length < fewestLetters.inDescription)
    const inside = word.length < fewestLetters.inside ? [] : [sql`in_names AND word LIKE ${`%${word}%`}`]
    return [begins, ...inside, ...nearly(word)]
  })
  const selects = parts.map((condition) => sql`SELECT word, in_names AS "inNames" FROM search_word WHERE ${condition}`)
  const { rows } = await sql<Held>`${sql.join(selects, sql` UNION `)}`.execute(db)
  return rows
}

/** Words that begin so; a short one is also itself where only descriptions have it. */
function between(word: string, isShort: boolean): RawBuilder<unknown> {
  const begins = sql`word >= ${word} AND word < ${word + lastLetter}`
  return isShort ? sql`${begins} AND (in_names OR word = ${word})` : begins
}

/** Words of names of about this length that begin with the same letter, or with the second one. */
function nearly(word: string): RawBuilder<unknown>[] {
  const slips = slipsIn(word)
  if (slips === 0) return []
  const letters = Array.from(word)
  const starts = new Set([letters[0] ?? '', (letters[1] ?? '') + (letters[0] ?? '')])
  return [...starts].map(
    (start) => sql`in_names AND word >= ${start} AND word < ${start + lastLetter}
      AND length(word) BETWEEN ${word.length - slips} AND ${word.length + slips}`,
  )
}

/** Sorts behind every letter. */
const lastLetter = '\u{10FFFF}'

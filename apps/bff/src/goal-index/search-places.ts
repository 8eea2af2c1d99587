import type { FoundPlace } from '@goalkeeper/contract/goals'
import { type FilterField, fieldNamed } from '@goalkeeper/filter/field'
import { findWords, fitInDescription, fitInName, type Mark } from '@goalkeeper/filter/search-match'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import type { QueryContext } from './query.ts'
import { namesOf, searchedColumns, type SearchedRow } from './search-texts.ts'

/** Where a search found each of these goals, by their Gsids; null without a search. */
export async function readFoundPlaces(
  { db }: Database,
  gsids: readonly string[],
  { search, fields }: Pick<QueryContext, 'search' | 'fields'>,
): Promise<Map<string, FoundPlace[]> | null> {
  if (!search) return null
  if (gsids.length === 0) return new Map()
  const words = search.words.map(({ word }) => word)
  const rows = await db
    .selectFrom('goal')
    .select(searchedColumns)
    .where(sql<boolean>`gsid = ANY (${gsids}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.gsid, foundPlaces(row, words, fields)]))
}

/** The goal's name, as far as it holds any of the words, and of its other texts those that hold one that none before held. */
export function foundPlaces(row: SearchedRow, words: readonly string[], fields: readonly FilterField[]): FoundPlace[] {
  const places: FoundPlace[] = []
  let missing = words
  const look = (field: string, text: string, fit: typeof fitInName, asked: readonly string[]) => {
    const { marks, found } = findWords(text, asked, fit)
    if (marks.length === 0) return
    const label = fieldNamed(fields, field)?.label ?? field
    // Names are short, and are marked where they stand.
    places.push({ field, label, ...(field === 'Description' ? snippetOf(text, marks) : { text, marks }) })
    missing = missing.filter((word) => !found.has(word))
  }
  look('Name', row.name ?? '', fitInName, words)
  for (const { field, text } of namesOf(row)) if (missing.length > 0) look(field, text, fitInName, missing)
  if (missing.length > 0) look('Description', row.description_text ?? '', fitInDescription, missing)
  return places
}

/** What a line shows of a text, and how much of it stands before what was found: a line may be short, and the find has to be seen. */
const snippetLetters = 160
const lettersBefore = 12

/** The part of a text around the first mark, cut between words. */
export function snippetOf(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const [first] = marks
  if (!first) return { text, marks: [] }
  const from = first[0] <= lettersBefore ? 0 : (blankAt(text, first[0] - lettersBefore, first[0]) ?? first[0])
  const end = Math.max(from + snippetLetters, first[1])
  const to = end >= text.length ? text.length : Math.max(text.lastIndexOf(' ', end), first[1])
  const before = from === 0 ? '' : '…'
  const shift = before.length - from
  return {
    text: `${before}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    marks: marks.filter((mark) => mark[1] <= to).map(([start, stop]): Mark => [start + shift, stop + shift]),
  }
}

/** Just behind the first blank from a place on; null when there is none before another place. */
function blankAt(text: string, from: number, before: number): number | null {
  const blank = text.indexOf(' ', from)
  return blank === -1 || blank >= before ? null : blank + 1
}

import { type RawBuilder, sql } from 'kysely'
import { fewestLetters } from '@goalkeeper/filter/search-match'
import type { ReadSearch, ReadWord } from './search-reading.ts'

/** That a search finds a row of `goal_search`: each of its words stands for one of the goal's. */
export function foundSql({ words, gsids }: ReadSearch): RawBuilder<boolean> {
  const conditions = [
    ...words.map(holdsSql),
    ...gsids.map(
      (gsid) => sql<boolean>`(goal_search.gsid = ${gsid}
        OR goal_search.gsid IN (SELECT gsid FROM goal WHERE company_id = ${gsid}))`,
    ),
  ]
  // A text without a letter or a digit finds nothing.
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` AND `)})`
}

/** On the very expression that the index is made on (migrations/150-search.ts). */
function holdsSql({ word, anywhere, inNames, begins }: ReadWord): RawBuilder<boolean> {
  const words = [...anywhere, ...inNames.map((each) => `:${each}`), ...(begins ? [`<${word}`] : [])]
  return sql<boolean>`
    searched_words(goal_search.name || goal_search.names, goal_search.rest) && ${words}::text[]`
}

/** The best first; equally good ones in the order in which they were changed, the last one first. */
export function bestFirstSql(search: ReadSearch): RawBuilder<unknown> {
  const rank = search.words.length === 0 ? [] : [rankSql(search)]
  return sql`${sql.join([...rank, sql`goal_search.modified_date DESC NULLS LAST`])}, goal_search.gsid`
}

/**
 * How well a search finds a row of `goal_search`, the best first: its words stand together in the name; in the name as they are;
 * they begin words of it, stand inside, or are nearly spelled like some; they stand in other names, so or nearly; in the
 * description. The word that is found worst decides.
 */
function rankSql({ words }: ReadSearch): RawBuilder<number> {
  const phrase = words.map(({ word }) => ` ${word}`).join('')
  const ranks = words.map(wordRankSql)
  return sql<number>`CASE WHEN ${holds(sql`goal_search.name`, phrase)} THEN 0 ELSE greatest(${sql.join(ranks)}) END`
}

function wordRankSql({ word, near }: ReadWord): RawBuilder<number> {
  const [name, names] = [sql`goal_search.name`, sql`goal_search.names`]
  const begins = ` ${word}`
  const isInside = word.length >= fewestLetters
  const cases = [
    sql`WHEN ${holds(sql`(${name} || ' ')`, `${begins} `)} THEN 1`,
    sql`WHEN ${holds(name, begins)} THEN 2`,
    ...(isInside ? [sql`WHEN ${holds(name, word)} THEN 3`] : []),
    ...(near.length > 0 ? [sql`WHEN ${hasOneOf(name, near)} THEN 4`] : []),
    sql`WHEN ${holds(names, isInside ? word : begins)} THEN 5`,
    ...(near.length > 0 ? [sql`WHEN ${hasOneOf(names, near)} THEN 6`] : []),
  ]
  return sql<number>`CASE ${sql.join(cases, sql` `)} ELSE 7 END`
}

const holds = (text: RawBuilder<unknown>, part: string) => sql`strpos(${text}, ${part}) > 0`
const hasOneOf = (text: RawBuilder<unknown>, words: readonly string[]) =>
  sql`string_to_array(${text}, ' ') && ${words}::text[]`

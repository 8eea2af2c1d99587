import type { Meaning } from '@goalkeeper/contract/catalogue'

/** Words that statuses of a meaning often bear; the first meaning that fits wins. */
const signs: [Meaning, RegExp][] = [
  ['planned', /not (yet )?started/i],
  ['dropped', /drop|cancel|abandon|retire|declin|not achieved|missed|lost|reject|obsolete/i],
  ['achieved', /achiev|complete|done|closed|won|success|met\b|finish/i],
  ['at risk', /risk|off track|behind|delay|block|stall|critical|red\b|yellow/i],
  ['on track', /on track|progress|active|ongoing|started|green/i],
  ['planned', /new|plan|draft|open|proposed|identified|backlog/i],
]

/** What a status may mean, going by its name: a pre-selection that a person confirms, never stored by itself. Null: no idea. */
export function suggestMeaning(name: string): Meaning | null {
  return signs.find(([, words]) => words.test(name))?.[0] ?? null
}

import type { Field } from '@goalkeeper/contract/catalogue'
import * as texts from '@goalkeeper/texts/server/goals'

/** What a status is asked for its meaning to know. */
const byMeaning = new Set(['StatusMeaning', 'Open', 'DueBucket'])

/** How the goals that have no value in a field are called. */
export function emptyLabel({ name, type }: Field): string {
  if (byMeaning.has(name)) return texts.statusWithoutAMeaning
  if (type === 'date') return texts.noDate
  return type === 'ids' ? texts.none : texts.empty
}

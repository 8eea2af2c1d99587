import type { Field } from '@goalkeeper/contract/catalogue'
import * as texts from '@goalkeeper/texts/server/goals'

/** Nobody can tell these of a goal until somebody has said what its status means. */
const byMeaning = new Set(['StatusMeaning', 'Open', 'DueBucket'])

/** How the goals that have no value in a field are called. */
export function emptyLabel({ name, type }: Field): string {
  if (byMeaning.has(name)) return texts.notKnownYet
  if (type === 'date') return texts.noDate
  return type === 'ids' ? texts.none : texts.empty
}

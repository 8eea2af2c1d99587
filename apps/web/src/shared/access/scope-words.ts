import * as texts from '@goalkeeper/texts/access-first'
import type { Field } from '@goalkeeper/contract/catalogue'
import { ownCompanies, type Me } from '@goalkeeper/contract/people'
import { filterSentence } from '@goalkeeper/filter/sentence'
import type { FilterTree } from '@goalkeeper/filter/tree'

export const isOwnCompanies = (scope: FilterTree | null) => JSON.stringify(scope) === JSON.stringify(ownCompanies)

/** Which goals somebody sees, as a sentence to them; null when they see all. */
export function scopeWords({ scope, gainsightUser }: Pick<Me, 'scope' | 'gainsightUser'>, fields: readonly Field[]) {
  if (scope === null) return null
  if (!isOwnCompanies(scope)) return texts.youSeeTheGoalsWhose(filterSentence(scope, { fields }))
  if (gainsightUser) return texts.youSeeTheGoalsOfThe
  return texts.youSeeTheGoalsOfTheTitle
}

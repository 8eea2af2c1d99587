import * as texts from '@goalkeeper/texts/people'
import { ownCompanies, type Person } from '@goalkeeper/contract/people'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { isOwnCompanies } from '#web/shared/access/scope-words.ts'

export type ScopeChoice = 'all' | 'own' | 'filter' | 'another-filter'

/** What can be chosen as the goals that somebody sees; the filter that they have stands among it. */
export function scopeChoices({ scope }: Pick<Person, 'scope'>): { value: ScopeChoice; label: string }[] {
  const hasFilter = choiceOfScope({ scope }) === 'filter'
  return [
    { value: 'all', label: texts.allGoals },
    { value: 'own', label: texts.ofCompaniesWhoseCsmTheyAre },
    ...(hasFilter ? [{ value: 'filter' as const, label: texts.byAFilter }] : []),
    { value: 'another-filter', label: hasFilter ? texts.byAnotherFilter : texts.byAFilterDots },
  ]
}

export function choiceOfScope({ scope }: Pick<Person, 'scope'>): ScopeChoice {
  if (scope === null) return 'all'
  return isOwnCompanies(scope) ? 'own' : 'filter'
}

export const ownScope: FilterTree = { field: ownCompanies.field, op: ownCompanies.op, value: [...ownCompanies.value] }

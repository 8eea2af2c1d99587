import { ownCompanies, type Person } from '@goalkeeper/contract/people'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { isOwnCompanies } from '#web/shared/access/scope-words.ts'

export type ScopeChoice = 'all' | 'own' | 'filter' | 'another-filter'

/** What can be chosen as the goals that somebody sees; the filter that they have stands among it. */
export function scopeChoices({ scope }: Pick<Person, 'scope'>): { value: ScopeChoice; label: string }[] {
  const hasFilter = choiceOfScope({ scope }) === 'filter'
  return [
    { value: 'all', label: 'all goals' },
    { value: 'own', label: 'of companies whose CSM they are' },
    ...(hasFilter ? [{ value: 'filter' as const, label: 'by a filter' }] : []),
    { value: 'another-filter', label: hasFilter ? 'by another filter…' : 'by a filter…' },
  ]
}

export function choiceOfScope({ scope }: Pick<Person, 'scope'>): ScopeChoice {
  if (scope === null) return 'all'
  return isOwnCompanies(scope) ? 'own' : 'filter'
}

export const ownScope: FilterTree = { field: ownCompanies.field, op: ownCompanies.op, value: [...ownCompanies.value] }

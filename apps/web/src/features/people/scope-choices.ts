import { ownCompanies, type Person } from '@goalkeeper/contract/people'
import { type FilterTree, filterTreeSchema } from '@goalkeeper/filter/tree'
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

/** The filter in the address of a list; null when there is none. */
export function filterInAddress(text: string): FilterTree | null {
  try {
    const filter: unknown = JSON.parse(new URL(text.trim(), 'http://here').searchParams.get('filter') ?? '')
    return filterTreeSchema.safeParse(filter).data ?? null
  } catch {
    return null
  }
}

import { joinParts, partsOf, withoutField } from '@goalkeeper/filter/parts'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { goalFacetsQuery, type WhichGoals } from './goal-queries.ts'

/** Ids are looked for by the name that stands for them. */
const nameOf: Record<string, string> = {
  CompanyId: 'CompanyName',
  RelationshipId: 'RelationshipName',
  OpportunityId: 'OpportunityName',
  StatusId: 'StatusName',
  CreatedById: 'CreatedByName',
  ModifiedById: 'ModifiedByName',
}

/** Other ids have no name that the server could search by. */
export const isFoundByName = (field: string) => Object.hasOwn(nameOf, field)

/** A field's values as someone types: the server finds them, so that 50,000 companies are no burden here. */
export const optionsQuery = (list: WhichGoals, field: string, search: string) =>
  queryOptions({
    ...goalFacetsQuery({ ...list, filter: optionsFilter(list.filter, field, search) }, [field]),
    select: (page) => page.facets[field] ?? [],
    placeholderData: keepPreviousData,
  })

/** The filter under which a field's values are looked up: without its own conditions, with the words. */
export function optionsFilter(filter: FilterTree | null, field: string, search: string): FilterTree | null {
  const words = search.trim()
  const condition: FilterTree = { field: nameOf[field] ?? field, op: 'CONTAINS', value: [words] }
  // Within a group, so that the facet, which leaves out top conditions on its own field, keeps this one.
  return joinParts([...partsOf(withoutField(filter, field)), ...(words ? [{ or: [condition] }] : [])])
}

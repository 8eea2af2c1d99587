import { readLinkables, type Field } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import { operatorsOf } from '@goalkeeper/filter/field'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'
import type { WhichGoals } from './goal-queries.ts'
import { isFoundByName, optionsQuery } from './options-query.ts'

type Question = { field: Field | null; list: WhichGoals; search: string; isOpen: boolean }

/** The values that a field's goals have, with their numbers; for links, the CTAs or plans whose names contain the words. Of no field nothing is asked. */
export function useFilterChoices({ field, list, search, isOpen }: Question) {
  const isLinks = field?.type === 'ids'
  const isAsked = isOpen && field !== null
  const words = field && canSearch(field) ? search : ''
  const counted = useQuery({ ...optionsQuery(list, field?.name ?? '', words), enabled: isAsked && !isLinks })
  const links = useQuery({ ...linksQuery(field?.name ?? '', search), enabled: isAsked && isLinks })
  return isLinks ? links : counted
}

/** Some ids are found by the name beside them; other labels can only be looked through once they are here. */
const canSearch = ({ name, type }: Field) =>
  type === 'gsid' ? isFoundByName(name) : operatorsOf[type].includes('CONTAINS')

const linksQuery = (kind: string, search: string) =>
  queryOptions({
    queryKey: ['goals', 'filter-links', kind, search] as const,
    queryFn: async ({ signal }): Promise<FacetBucket[]> => {
      const { items } = await request(readLinkables, { query: { search } }, { signal })
      return items
        .filter((item) => item.kind === kind)
        .map(({ gsid, name, status, goals }) => ({ value: gsid, label: name ?? gsid, hint: status, count: goals }))
    },
    placeholderData: keepPreviousData,
  })

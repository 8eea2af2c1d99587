import { queryGoals } from '@goalkeeper/contract/goals'
import { useQuery } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'

const facets = ['SP.Type', 'SP.Status']

/** Types and statuses of the success plans that goals are linked to, most frequent first. */
export function usePlanValues(): Record<'type' | 'status', string[]> {
  const { data } = useQuery({
    queryKey: ['goals', 'plan-values'] as const,
    queryFn: ({ signal }) =>
      request(queryGoals, { body: { filter: null, sort: [], offset: 0, limit: 0, facets } }, { signal }),
  })
  const valuesOf = (field: string) =>
    (data?.facets[field] ?? []).flatMap(({ value }) => (value === null ? [] : `${value}`))
  return { type: valuesOf('SP.Type'), status: valuesOf('SP.Status') }
}

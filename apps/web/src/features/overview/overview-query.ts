import { readOverview } from '@goalkeeper/contract/overview'
import { ownCompanies } from '@goalkeeper/contract/people'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'

/** The goals of the companies that one looks after oneself; null: all that one sees. */
export const filterOf = (isMine: boolean): FilterTree | null =>
  isMine ? { ...ownCompanies, value: [...ownCompanies.value] } : null

export const overviewQuery = (isMine: boolean, today: string) =>
  queryOptions({
    queryKey: ['goals', 'overview', { isMine, today }] as const,
    queryFn: ({ signal }) => request(readOverview, { body: { filter: filterOf(isMine), today } }, { signal }),
    placeholderData: keepPreviousData,
  })

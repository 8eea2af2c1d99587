import { readCompany } from '@goalkeeper/contract/catalogue'
import { queryOptions } from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'

/** One company with its attributes. */
export const companyQuery = (gsid: string) =>
  queryOptions({
    queryKey: ['companies', gsid],
    queryFn: ({ signal }) => request(readCompany, { params: { gsid } }, { signal }),
  })

import { readFields, readStatuses } from '@goalkeeper/contract/catalogue'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

const untilToldOtherwise = { staleTime: Infinity }

/** Every field of a goal, with types and picklists. Changes are announced by the live stream. */
export const fieldsQuery = () =>
  queryOptions({
    queryKey: ['fields'],
    queryFn: ({ signal }) => request(readFields, {}, { signal }),
    ...untilToldOtherwise,
  })

/** The tenant's statuses with the meaning, order and colour given to them here. */
export const statusesQuery = () =>
  queryOptions({
    queryKey: ['statuses'],
    queryFn: ({ signal }) => request(readStatuses, {}, { signal }),
    ...untilToldOtherwise,
  })

import type { FilterTree } from '@goalkeeper/filter/tree'
import type { QueryClient } from '@tanstack/react-query'
import { fieldsQuery } from '#web/shared/api/catalogue-queries.ts'
import { recall } from '#web/shared/storage/remembered.ts'
import { calendarDateAt } from '#web/shared/time/calendar-date.ts'
import { goalGroupsQuery, goalWindowQuery } from './goal-queries.ts'
import { columnsSetting, isLayoutKnown } from './layout-memory.ts'
import { layoutQuery } from './layout-query.ts'
import { listModel } from './list-model.ts'
import { readListSearch } from './list-search.ts'

/** Asks for the first rows of a list before its page is drawn; what goes wrong is for the page to find out. `search` is the address as it stands, once that is known. */
export async function prefetchGoals(
  queryClient: QueryClient,
  search: Record<string, unknown> | Promise<Record<string, unknown>>,
  scope: FilterTree | null,
): Promise<void> {
  const [fields] = await Promise.all([readFields(queryClient), firstLayout(queryClient)])
  if (!fields) return
  const { list } = listModel({
    search: readListSearch(await search),
    fields,
    today: calendarDateAt(new Date()),
    remembered: recall(columnsSetting),
    scope,
  })
  if (list.group) void queryClient.prefetchQuery(goalGroupsQuery(list))
  await queryClient.prefetchQuery(goalWindowQuery(list, 0))
}

const readFields = (queryClient: QueryClient) =>
  queryClient.ensureQueryData(fieldsQuery()).then(
    (answer) => answer.fields,
    () => null,
  )

/** In a browser that has no layout yet, the list waits for it, so that it is not drawn twice; without an answer it is as at first. */
export async function firstLayout(queryClient: QueryClient): Promise<void> {
  if (!isLayoutKnown()) await queryClient.prefetchQuery(layoutQuery())
}

import {
  cancelChangeSet,
  createChangeSet,
  deleteChangeSet,
  listChangeSets,
  pauseChangeSet,
  queryChangeRows,
  readChangeSet,
  resumeChangeSet,
  retryChangeSet,
  runChangeSet,
  saveChangeRow,
  saveChangeRows,
  saveChangeSet,
  undoChangeSet,
  type ChangeRow,
  type ChangeSet,
  type Deed,
} from '@goalkeeper/contract/changes'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { request } from '#web/shared/api/request.ts'
import { windowSize } from '#web/shared/table/row-windows.ts'
import type { RowsPage } from '#web/shared/table/use-windows.ts'
import type { RowPart } from './change-search.ts'

const here = { screen: 'change-set' } as const
const pageSize = 50

/** Every change set: those under way first, then the newest. */
export const changeSetsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['changes', 'list'] as const,
    queryFn: ({ pageParam, signal }) =>
      request(listChangeSets, { query: { limit: pageSize, after: pageParam, state: undefined } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ changes, more }) => (more ? changes.at(-1)?.id : undefined),
  })

export const changeSetQuery = (id: string) =>
  queryOptions({
    queryKey: ['changes', 'detail', id] as const,
    queryFn: ({ signal }) => request(readChangeSet, { params: { id } }, { signal }),
  })

/** Which goals of a change set. */
export type RowList = { id: string; part: RowPart; search: string }

/** Begins the keys of all windows of the goals of a change set. */
export const changeRowsKey = (id: string) => ['changes', 'rows', id] as const

/** One window of the goals of a change set. */
export const changeRowsQuery = ({ id, part, search }: RowList, window: number) =>
  queryOptions({
    queryKey: [...changeRowsKey(id), { part, search }, window] as const,
    queryFn: ({ signal }): Promise<RowsPage<ChangeRow>> =>
      request(
        queryChangeRows,
        { params: { id }, body: { part, search, offset: window * windowSize, limit: windowSize } },
        { signal },
      ),
    gcTime: 60_000,
  })

/** How many goals a part has, while the answer for another is on its way the one from before. */
export const changeTotalQuery = (list: RowList) => ({
  ...changeRowsQuery(list, 0),
  placeholderData: keepPreviousData,
})

/** The goals that a change set is made for: some by their Gsids, or all of a filter but for some. */
export type ChosenGoals = { gsids: string[] } | { filter: FilterTree | null; today: string; except: string[] }

/** Makes a draft. Nothing is sent to Gainsight. */
export function useCreateChangeSet() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { goals: ChosenGoals; deeds: Deed[] }) =>
      request(createChangeSet, { body: { ...body, reason: '' } }, here),
    onSuccess: (made) => keep(queryClient, made),
  })
}

type Saved = { deeds?: Deed[]; reason?: string; stopAfter?: number }

/** Changes a draft. */
export function useSaveChangeSet(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Saved) => request(saveChangeSet, { params: { id }, body }, here),
    onSuccess: (saved, { deeds }) => {
      keep(queryClient, saved)
      return deeds && queryClient.invalidateQueries({ queryKey: changeRowsKey(id) })
    },
  })
}

/** Throws a draft away. */
export function useDeleteChangeSet(id: string, onDeleted: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => request(deleteChangeSet, { params: { id } }, here),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['changes', 'list'] })
      onDeleted()
    },
  })
}

/** How a draft is let run. */
export type RunInput = { expected: number; first?: number; startAt?: number }

export const useRunChangeSet = (id: string) =>
  useDeed((input: RunInput) => request(runChangeSet, { params: { id }, body: input }, here))
export const usePauseChangeSet = (id: string) => useDeed<void>(() => request(pauseChangeSet, { params: { id } }, here))
export const useResumeChangeSet = (id: string) =>
  useDeed<void>(() => request(resumeChangeSet, { params: { id } }, here))
export const useCancelChangeSet = (id: string) =>
  useDeed<void>(() => request(cancelChangeSet, { params: { id } }, here))
export const useUndoChangeSet = (id: string) => useDeed<void>(() => request(undoChangeSet, { params: { id } }, here))
export const useRetryChangeSet = (id: string) =>
  useDeed((part: 'failed' | 'meanwhile') => request(retryChangeSet, { params: { id }, body: { part } }, here))

/** Takes all goals of a part out, or in again. */
export const useSaveChangeRows = (id: string) =>
  useDeed((body: { part: 'all' | 'problems' | 'excluded'; included: boolean }) =>
    request(saveChangeRows, { params: { id }, body }, here),
  )

/** What is asked of a change set as a whole: its goals are others afterwards. */
function useDeed<Input>(mutationFn: (input: Input) => Promise<ChangeSet>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: (saved) => {
      keep(queryClient, saved)
      return queryClient.invalidateQueries({ queryKey: changeRowsKey(saved.id) })
    },
  })
}

export type RowPatch = {
  row: number
  included?: boolean
  altered?: Record<string, CustomValue> | null
  choice?: string
}

/** Changes one goal of a draft. A goal that is taken out or in shows so at once. */
export function useSaveChangeRow(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ row, ...body }: RowPatch) => request(saveChangeRow, { params: { id, row }, body }, here),
    onMutate: ({ row, included }) => {
      if (included !== undefined) patchRow(queryClient, id, row, (last) => ({ ...last, included }))
    },
    onSuccess: (saved) => patchRow(queryClient, id, saved.row, () => saved),
    // With a problem mended a goal stands somewhere else, and counts have changed.
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: changeSetQuery(id).queryKey }),
        queryClient.invalidateQueries({ queryKey: changeRowsKey(id) }),
      ]),
  })
}

function patchRow(queryClient: QueryClient, id: string, row: number, patch: (last: ChangeRow) => ChangeRow): void {
  queryClient.setQueriesData<RowsPage<ChangeRow>>({ queryKey: changeRowsKey(id) }, (page) => {
    if (!page?.rows.some((each) => each.row === row)) return page
    return { ...page, rows: page.rows.map((each) => (each.row === row ? patch(each) : each)) }
  })
}

function keep(queryClient: QueryClient, saved: ChangeSet): void {
  queryClient.setQueryData(changeSetQuery(saved.id).queryKey, saved)
  void queryClient.invalidateQueries({ queryKey: ['changes', 'list'] })
}

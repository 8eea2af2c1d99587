import * as texts from '@goalkeeper/texts/imports-words'
import {
  decideImport,
  deleteImport,
  importSchema,
  importToChangeSet,
  importUploadPath,
  listImports,
  queryImportRows,
  readImport,
  saveImportRow,
  saveMapping,
  type Decision,
  type Import,
  type ImportOutcome,
  type ImportRow,
  type Mapping,
} from '@goalkeeper/contract/imports'
import {
  keepPreviousData,
  queryOptions,
  useIsMutating,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { ApiError, readProblem } from '#web/shared/api/api-error.ts'
import { request } from '#web/shared/api/request.ts'
import { send } from '#web/shared/api/send.ts'
import { windowSize } from '#web/shared/table/row-windows.ts'
import type { RowsPage } from '#web/shared/table/use-windows.ts'

/** Imports that were not made into a change set yet. */
export const importsQuery = () =>
  queryOptions({
    queryKey: ['imports', 'list'] as const,
    queryFn: ({ signal }) => request(listImports, {}, { signal }),
  })

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'detail', id] as const,
    queryFn: ({ signal }) => request(readImport, { params: { id } }, { signal }),
  })

/** Which rows of an import. */
export type ImportRowList = { id: string; outcome: ImportOutcome | null }

/** Begins the keys of all windows of the rows of an import. */
export const importRowsKey = (id: string) => ['imports', 'rows', id] as const

/** One window of the rows of an import. */
export const importRowsQuery = ({ id, outcome }: ImportRowList, window: number) =>
  queryOptions({
    queryKey: [...importRowsKey(id), outcome, window] as const,
    queryFn: ({ signal }): Promise<RowsPage<ImportRow>> =>
      request(
        queryImportRows,
        {
          params: { id },
          body: { ...(outcome && { outcome }), offset: window * windowSize, limit: windowSize },
        },
        { signal },
      ),
    gcTime: 60_000,
  })

/** How many rows a list has, while the answer for another is on its way the one from before. */
export const importTotalQuery = (list: ImportRowList) => ({
  ...importRowsQuery(list, 0),
  placeholderData: keepPreviousData,
})

/** A file that was read in this browser, so that another of its sheets can be. */
const fileKey = (id: string) => ['imports', 'file', id] as const
export const fileQuery = (id: string) =>
  queryOptions<File | null>({ queryKey: fileKey(id), queryFn: () => null, staleTime: Infinity, gcTime: Infinity })

export type Upload = { file: File; sheet?: string | undefined }

/** Sends a file to be read and checked. Nothing reaches Gainsight by it. */
export function useUpload() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: upload,
    onSuccess: (made, { file }) => {
      keep(queryClient, made)
      if (made.sheets.length > 1) queryClient.setQueryData(fileKey(made.id), file)
    },
  })
}

async function upload({ file, sheet }: Upload): Promise<Import> {
  const query = new URLSearchParams({ name: file.name, ...(sheet !== undefined && { sheet }) })
  const response = await send(`${importUploadPath}?${query}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
    body: file,
  })
  if (!response.ok) throw await readProblem(response)
  const parsed = importSchema.safeParse(await response.json().catch(() => undefined))
  if (parsed.success) return parsed.data
  throw new ApiError('unreadable', texts.theServerGaveAnAnswerThat, {
    cause: parsed.error,
  })
}

/** Changes to one import go one after the other, so that the last answer is the newest. */
const inTurn = (id: string) => ({ mutationKey: ['import', id], scope: { id: `import ${id}` } })

/** Whether rows are being checked. */
export const useIsChecking = (id: string) => useIsMutating({ mutationKey: ['import', id] }) > 0

/** Says what the columns hold; every row is checked anew. */
export function useSaveMapping(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    ...inTurn(id),
    mutationFn: (body: Mapping) => request(saveMapping, { params: { id }, body }),
    onSuccess: (saved) => keepChecked(queryClient, saved),
  })
}

/** Decides what a value stands for, which shows at once. Every row is checked anew; what is decided meanwhile goes together after that. */
export function useDecide(id: string) {
  const queryClient = useQueryClient()
  const waiting = useRef<Decision[]>([])
  const { queryKey } = importQuery(id)
  const mutation = useMutation({
    ...inTurn(id),
    mutationFn: async () => {
      const decisions = waiting.current
      waiting.current = []
      return decisions.length > 0 ? request(decideImport, { params: { id }, body: { decisions } }) : null
    },
    onSuccess: (saved) => saved && waiting.current.length === 0 && keepChecked(queryClient, saved),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  })
  const decide = (decision: Decision) => {
    const isMeant = ({ column, value }: Decision) => column === decision.column && value === decision.value
    queryClient.setQueryData(queryKey, (last) => {
      const decisions = last?.decisions.map((one) => (isMeant(one) ? { ...one, decided: decision.decided } : one))
      return last && { ...last, decisions: decisions ?? [] }
    })
    waiting.current = [...waiting.current.filter((one) => !isMeant(one)), decision]
    mutation.mutate()
  }
  return { decide, error: mutation.error }
}

export type RowPatch = { row: number; cells?: Record<string, string>; gsid?: string | null }

/** Corrects cells of a row, or says which goal it is. The row stays where it is in the list, also when it belongs to another now. */
export function useSaveImportRow(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    ...inTurn(id),
    mutationFn: ({ row, ...body }: RowPatch) => request(saveImportRow, { params: { id, row }, body }),
    onSuccess: (saved) => {
      queryClient.setQueriesData<RowsPage<ImportRow>>({ queryKey: importRowsKey(id) }, (page) => {
        if (!page?.rows.some((each) => isSameRow(each, saved))) return page
        return { ...page, rows: page.rows.map((each) => (isSameRow(each, saved) ? saved : each)) }
      })
      void queryClient.invalidateQueries({ queryKey: importRowsKey(id), refetchType: 'none' })
      return queryClient.invalidateQueries({ queryKey: importQuery(id).queryKey })
    },
  })
}

const isSameRow = (one: ImportRow, other: ImportRow) => one.row === other.row && one.place === other.place

/** Makes the rows into a draft of a change set, which is looked at next. */
export function useToChangeSet(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    ...inTurn(id),
    mutationFn: () => request(importToChangeSet, { params: { id } }),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
      void queryClient.invalidateQueries({ queryKey: ['changes', 'list'] })
    },
  })
}

export function useDeleteImport(id: string, onDeleted: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => request(deleteImport, { params: { id } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: importsQuery().queryKey })
      onDeleted()
    },
  })
}

function keep(queryClient: QueryClient, saved: Import): void {
  queryClient.setQueryData(importQuery(saved.id).queryKey, saved)
  void queryClient.invalidateQueries({ queryKey: importsQuery().queryKey })
}

function keepChecked(queryClient: QueryClient, saved: Import): Promise<void> {
  keep(queryClient, saved)
  return queryClient.invalidateQueries({ queryKey: importRowsKey(saved.id) })
}

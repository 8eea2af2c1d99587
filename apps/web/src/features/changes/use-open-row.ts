import type { ChangeRow } from '@goalkeeper/contract/changes'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useState, useSyncExternalStore } from 'react'

/** The goal that is open beside the table, as it was read last; as it was seen last once it is among none that are shown. */
export function useOpenRow(id: string, row: number | null): ChangeRow | null {
  const queryClient = useQueryClient()
  const found = useSyncExternalStore(
    useCallback((listener) => queryClient.getQueryCache().subscribe(listener), [queryClient]),
    () => (row === null ? null : newestOf(queryClient, id, row)),
  )
  const [seen, setSeen] = useState(found)
  if (found && found !== seen) setSeen(found)
  if (row === null) return null
  return found ?? (seen?.row === row ? seen : null)
}

/** The same goal may stand in windows of several parts. */
function newestOf(queryClient: QueryClient, id: string, row: number): ChangeRow | null {
  let newest: { at: number; found: ChangeRow } | null = null
  for (const [key, page] of queryClient.getQueriesData<{ rows: ChangeRow[] }>({ queryKey: ['changes', 'rows', id] })) {
    const found = page?.rows.find((each) => each.row === row)
    const at = queryClient.getQueryState(key)?.dataUpdatedAt ?? 0
    if (found && (newest === null || at > newest.at)) newest = { at, found }
  }
  return newest?.found ?? null
}

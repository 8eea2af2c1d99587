import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useState, useSyncExternalStore } from 'react'

/**
 * The row that is open beside a table, as it was read last; as it was seen last once it is among none that are shown.
 * `rowsKey` begins the keys of all windows in which it may stand; `isOpen` tells it among the others, null: none is open.
 */
export function useOpenRow<Row>(rowsKey: readonly unknown[], isOpen: ((row: Row) => boolean) | null): Row | null {
  const queryClient = useQueryClient()
  const found = useSyncExternalStore(
    useCallback((listener) => queryClient.getQueryCache().subscribe(listener), [queryClient]),
    () => (isOpen ? newestOf(queryClient, rowsKey, isOpen) : null),
  )
  const [seen, setSeen] = useState(found)
  if (found && found !== seen) setSeen(found)
  if (!isOpen) return null
  return found ?? (seen && isOpen(seen) ? seen : null)
}

/** The same row may stand in windows of several lists. */
function newestOf<Row>(
  queryClient: QueryClient,
  rowsKey: readonly unknown[],
  isOpen: (row: Row) => boolean,
): Row | null {
  let newest: { at: number; found: Row } | null = null
  for (const [key, page] of queryClient.getQueriesData<{ rows: Row[] }>({ queryKey: rowsKey })) {
    const found = page?.rows.find(isOpen)
    const at = queryClient.getQueryState(key)?.dataUpdatedAt ?? 0
    if (found && (newest === null || at > newest.at)) newest = { at, found }
  }
  return newest?.found ?? null
}

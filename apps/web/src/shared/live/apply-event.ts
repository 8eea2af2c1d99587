import type { StatusReport } from '@goalkeeper/contract/status'
import type { ServerEvent } from '@goalkeeper/contract/events'
import type { GoalPage } from '@goalkeeper/contract/goals'
import type { Write } from '@goalkeeper/contract/writes'
import type { QueryClient } from '@tanstack/react-query'

/**
 * Feeds one event into the query cache. The keys it knows: ['status'], ['goals', 'list' | 'facets' | 'detail' | 'changes', …],
 * ['writes'], ['writes', id], ['changes', 'list'], ['changes', 'detail' | 'rows', id, …], ['fields'], ['statuses'], ['settings'],
 * ['views'], ['list-links', …], ['me'], ['people'], ['sessions'], ['tokens'], and ['activity', 'list' | 'newest', …].
 */
export function applyEvent(queryClient: QueryClient, event: ServerEvent): void {
  if (event.type !== 'budget' && event.type !== 'sync') renewActivity(queryClient)
  switch (event.type) {
    case 'budget':
      patchStatus(queryClient, { budget: event.budget })
      return
    case 'sync':
      patchStatus(queryClient, { sync: event.sync })
      // Totals become exact without any goal having changed: with the end of the first sync.
      void queryClient.invalidateQueries({
        queryKey: ['goals'],
        predicate: ({ state }) => isOtherwiseExact(state.data, event.sync.complete),
      })
      return
    case 'goals':
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => concernsGoals(queryKey, event) })
      return
    case 'write':
      applyWrite(queryClient, event.write)
      return
    case 'change-set':
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => concernsChangeSet(queryKey, event.id) })
      return
    case 'connection':
      invalidate(queryClient, ['status', 'fields', 'statuses', 'settings', 'goals'])
      return
    case 'people':
      invalidate(queryClient, ['me', 'people', 'sessions', 'tokens'])
      return
    case 'views':
      invalidate(queryClient, ['views', 'list-links'])
  }
}

function invalidate(queryClient: QueryClient, keys: readonly string[]): void {
  for (const key of keys) void queryClient.invalidateQueries({ queryKey: [key] })
}

/** A list of activity that is being read stays as it is, and is told what is newest; one to which somebody comes back begins there. */
function renewActivity(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({ queryKey: ['activity', 'newest'] })
  queryClient.removeQueries({ queryKey: ['activity', 'list'], type: 'inactive' })
}

function patchStatus(queryClient: QueryClient, patch: Partial<StatusReport>): void {
  queryClient.setQueryData<StatusReport>(['status'], (report) => report && { ...report, ...patch })
}

const isOtherwiseExact = (data: unknown, complete: boolean) =>
  typeof data === 'object' && data !== null && 'exact' in data && data.exact !== complete

/** Lists and facets always; one goal's own queries only when it is named. */
function concernsGoals(key: readonly unknown[], { gsids, all }: { gsids: string[]; all: boolean }): boolean {
  if (key[0] !== 'goals') return false
  const ofOneGoal = key[1] === 'detail' || key[1] === 'changes'
  return !ofOneGoal || all || gsids.includes(String(key[2]))
}

/** The list of change sets always; one change set's own queries only when it is the one. */
const concernsChangeSet = ([root, kind, id]: readonly unknown[], changed: string) =>
  root === 'changes' && (kind === 'list' || id === changed)

function applyWrite(queryClient: QueryClient, write: Write): void {
  queryClient.setQueryData(['writes', write.id], write)
  void queryClient.invalidateQueries({ queryKey: ['writes'], exact: true })
  const { gsid, id, state } = write
  if (gsid === null) return
  void queryClient.invalidateQueries({ queryKey: ['goals', 'detail', gsid] })
  const pending = state === 'waiting' || state === 'sent' || state === 'unknown' ? { id, state } : null
  queryClient.setQueriesData<GoalPage>({ queryKey: ['goals', 'list'] }, (page) => {
    if (!page?.rows.some((row) => row.gsid === gsid)) return page
    return { ...page, rows: page.rows.map((row) => (row.gsid === gsid ? { ...row, write: pending } : row)) }
  })
}

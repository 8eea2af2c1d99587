import type { FilterTree } from '@goalkeeper/filter/tree'
import { lazy, Suspense, useState } from 'react'

const ListRequest = lazy(() =>
  import('#web/features/api-request/list-request.tsx').then((module) => ({ default: module.ListRequest })),
)

type ListedGoals = { filter: FilterTree | null; search: string }

/** What a list needs to show the tenant call behind it: the deed, and the dialog to draw. */
export function useListRequest() {
  const [shown, setShown] = useState<ListedGoals | null>(null)
  return {
    onShowRequest: ({ filter, search }: ListedGoals) => setShown({ filter, search }),
    request: shown && (
      <Suspense fallback={null}>
        <ListRequest {...shown} onClose={() => setShown(null)} />
      </Suspense>
    ),
  }
}

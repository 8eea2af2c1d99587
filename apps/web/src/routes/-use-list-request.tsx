import type { FilterTree } from '@goalkeeper/filter/tree'
import { lazy, Suspense, useState } from 'react'

const ListRequest = lazy(() =>
  import('#web/features/api-request/list-request.tsx').then((module) => ({ default: module.ListRequest })),
)

/** What a list needs to show the tenant call behind its filter: the deed, and the dialog to draw. */
export function useListRequest() {
  const [shown, setShown] = useState<{ filter: FilterTree | null } | null>(null)
  return {
    onShowRequest: (filter: FilterTree | null) => setShown({ filter }),
    request: shown && (
      <Suspense fallback={null}>
        <ListRequest filter={shown.filter} onClose={() => setShown(null)} />
      </Suspense>
    ),
  }
}

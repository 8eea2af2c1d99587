import { createFileRoute } from '@tanstack/react-router'
import { ActivityPage } from '#web/features/activity/activity-page.tsx'
import { actorsQuery, activityQuery } from '#web/features/activity/activity-queries.ts'
import { activitySearch, filterOf } from '#web/features/activity/activity-search.ts'
import { fieldsQuery } from '#web/shared/api/catalogue-queries.ts'
import { loadIfAllowed } from './-load-if-allowed.ts'
import { OnlyWith } from './-only-with.tsx'

export const Route = createFileRoute('/activity')({
  validateSearch: activitySearch,
  loader: ({ context: { queryClient }, location }) =>
    loadIfAllowed(queryClient, 'read', () =>
      // Of these the page can do without all but the fields, and says itself what could not be read.
      Promise.all([
        queryClient.ensureQueryData(fieldsQuery()),
        queryClient.prefetchQuery(actorsQuery()),
        queryClient.prefetchInfiniteQuery(activityQuery(filterOf(activitySearch.parse(location.search)))),
      ]),
    ),
  component: ActivityRoute,
})

function ActivityRoute() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <OnlyWith permission="read">
      <ActivityPage
        search={search}
        onSearchChange={(patch) => void navigate({ search: (last) => ({ ...last, ...patch }), replace: true })}
      />
    </OnlyWith>
  )
}

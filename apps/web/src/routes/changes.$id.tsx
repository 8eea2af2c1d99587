import { createFileRoute } from '@tanstack/react-router'
import { ChangePage } from '#web/features/changes/change-page.tsx'
import { changeRowsQuery, changeSetQuery } from '#web/features/changes/change-queries.ts'
import { changeSearch, shownPart } from '#web/features/changes/change-search.ts'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { loadIfAllowed } from './-load-if-allowed.ts'
import { OnlyWith } from './-only-with.tsx'

export const Route = createFileRoute('/changes/$id')({
  validateSearch: changeSearch,
  codeSplitGroupings: [['loader', 'component']],
  loader: ({ context: { queryClient }, params: { id }, location }) =>
    loadIfAllowed(queryClient, 'read', async () => {
      const [set] = await Promise.all([
        queryClient.ensureQueryData(changeSetQuery(id)),
        queryClient.ensureQueryData(fieldsQuery()),
        queryClient.ensureQueryData(statusesQuery()),
      ])
      const search = changeSearch.parse(location.search)
      await queryClient.prefetchQuery(
        changeRowsQuery({ id, part: shownPart(search, set.state), search: search.q ?? '' }, 0),
      )
    }),
  component: ChangeRoute,
})

function ChangeRoute() {
  const { id } = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <OnlyWith permission="read">
      <ChangePage
        // Another change set begins anew, with nothing open and nothing typed.
        key={id}
        id={id}
        search={search}
        onSearchChange={(patch) => void navigate({ search: patch, replace: true })}
        onUndo={(made) => void navigate({ to: '/changes/$id', params: { id: made }, search: {} })}
        onDeleted={() => void navigate({ to: '/changes', replace: true })}
      />
    </OnlyWith>
  )
}

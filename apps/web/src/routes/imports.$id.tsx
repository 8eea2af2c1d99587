import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '#web/features/imports/import-page.tsx'
import { importQuery } from '#web/features/imports/import-queries.ts'
import { importSearch } from '#web/features/imports/import-search.ts'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { loadIfAllowed } from './-load-if-allowed.ts'
import { OnlyWith } from './-only-with.tsx'

export const Route = createFileRoute('/imports/$id')({
  validateSearch: importSearch,
  codeSplitGroupings: [['loader', 'component']],
  loader: ({ context: { queryClient }, params: { id } }) =>
    loadIfAllowed(queryClient, 'change', () =>
      Promise.all([
        queryClient.ensureQueryData(importQuery(id)),
        queryClient.ensureQueryData(fieldsQuery()),
        queryClient.ensureQueryData(statusesQuery()),
      ]),
    ),
  component: ImportRoute,
})

function ImportRoute() {
  const { id } = Route.useParams()
  const { part } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <OnlyWith permission="change">
      <ImportPage
        // Another import begins anew, with nothing open and nothing typed.
        key={id}
        id={id}
        part={part}
        onPartChange={(next) => void navigate({ search: { part: next }, replace: true })}
        onOther={(other) => void navigate({ to: '/imports/$id', params: { id: other }, search: {}, replace: true })}
        onPreview={(changeSet) => void navigate({ to: '/changes/$id', params: { id: changeSet }, search: {} })}
        onDeleted={() => void navigate({ to: '/imports', replace: true })}
      />
    </OnlyWith>
  )
}

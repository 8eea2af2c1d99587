import { createFileRoute } from '@tanstack/react-router'
import { importsQuery } from '#web/features/imports/import-queries.ts'
import { ImportsPage } from '#web/features/imports/imports-page.tsx'
import { useMay } from '#web/shared/api/use-may.ts'
import { loadIfAllowed } from './-load-if-allowed.ts'
import { OnlyWith } from './-only-with.tsx'

export const Route = createFileRoute('/imports/')({
  codeSplitGroupings: [['loader', 'component']],
  // What could not be read the page says itself.
  loader: ({ context: { queryClient } }) =>
    loadIfAllowed(queryClient, 'change', () => queryClient.prefetchQuery(importsQuery())),
  component: () => (
    <OnlyWith permission="change">
      <ImportsRoute />
    </OnlyWith>
  ),
})

function ImportsRoute() {
  const navigate = Route.useNavigate()
  return (
    <ImportsPage
      reason={useMay('change')}
      onMade={(id) => void navigate({ to: '/imports/$id', params: { id }, search: {} })}
    />
  )
}

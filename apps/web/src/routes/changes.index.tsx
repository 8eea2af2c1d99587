import { createFileRoute } from '@tanstack/react-router'
import { changeSetsQuery } from '#web/features/changes/change-queries.ts'
import { ChangesPage } from '#web/features/changes/changes-page.tsx'
import { loadIfAllowed } from './-load-if-allowed.ts'
import { OnlyWith } from './-only-with.tsx'

export const Route = createFileRoute('/changes/')({
  codeSplitGroupings: [['loader', 'component']],
  // What could not be read the page says itself.
  loader: ({ context: { queryClient } }) =>
    loadIfAllowed(queryClient, 'read', () => queryClient.prefetchInfiniteQuery(changeSetsQuery())),
  component: () => (
    <OnlyWith permission="read">
      <ChangesPage />
    </OnlyWith>
  ),
})

import { createFileRoute } from '@tanstack/react-router'
import { PeoplePage } from '#web/features/people/people-page.tsx'
import { peopleQuery } from '#web/features/people/people-queries.ts'
import { loadIfAllowed } from './-load-if-allowed.ts'
import { OnlyWith } from './-only-with.tsx'

export const Route = createFileRoute('/people')({
  // Few come here: what loads its data comes with the page.
  codeSplitGroupings: [['loader', 'component']],
  loader: ({ context: { queryClient } }) =>
    loadIfAllowed(queryClient, 'people', () => queryClient.ensureQueryData(peopleQuery())),
  component: () => (
    <OnlyWith permission="people">
      <PeoplePage />
    </OnlyWith>
  ),
})

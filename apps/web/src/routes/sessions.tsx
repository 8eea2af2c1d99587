import { createFileRoute } from '@tanstack/react-router'
import { sessionsQuery } from '#web/features/people/people-queries.ts'
import { SessionsPage } from '#web/features/people/sessions-page.tsx'

export const Route = createFileRoute('/sessions')({
  // Few come here: what loads its data comes with the page.
  codeSplitGroupings: [['loader', 'component']],
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(sessionsQuery()),
  component: SessionsPage,
})

import { createFileRoute } from '@tanstack/react-router'
import { ConnectionPage } from '#web/features/connection/connection-page.tsx'
import { settingsQuery } from '#web/features/connection/connection-queries.ts'
import { statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { statusQuery } from '#web/shared/api/status-query.ts'

export const Route = createFileRoute('/connection')({
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(statusQuery()),
      queryClient.ensureQueryData(statusesQuery()),
      queryClient.ensureQueryData(settingsQuery()),
    ]),
  component: ConnectionPage,
  // What this page alone asks for does not come before the first rows.
  codeSplitGroupings: [['loader', 'component']],
})

import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { OverviewPage } from '#web/features/overview/overview-page.tsx'
import { overviewQuery } from '#web/features/overview/overview-query.ts'
import { fieldsQuery } from '#web/shared/api/catalogue-queries.ts'
import { calendarDateAt } from '#web/shared/time/calendar-date.ts'
import { loadIfAllowed } from './-load-if-allowed.ts'
import { OnlyWith } from './-only-with.tsx'

const search = z.object({
  mine: z.literal(true).optional().catch(undefined),
  by: z.enum(['week', 'month']).optional().catch(undefined),
})

export const Route = createFileRoute('/overview')({
  validateSearch: search,
  codeSplitGroupings: [['loader', 'component']],
  loaderDeps: ({ search: { mine } }) => ({ isMine: mine ?? false }),
  // Asked for at once and not waited for: the page says itself what could not be had.
  loader: ({ context: { queryClient }, deps: { isMine } }) =>
    loadIfAllowed(queryClient, 'read', async () => {
      void queryClient.prefetchQuery(overviewQuery(isMine, calendarDateAt(new Date())))
      await queryClient.ensureQueryData(fieldsQuery())
    }),
  component: OverviewRoute,
})

function OverviewRoute() {
  const navigate = Route.useNavigate()
  return (
    <OnlyWith permission="read">
      <OverviewPage search={Route.useSearch()} onSearchChange={(next) => void navigate({ search: next })} />
    </OnlyWith>
  )
}

import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { ReviewPage } from '#web/features/reviews/review-page.tsx'
import { reviewQuery } from '#web/features/reviews/review-queries.ts'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { loadIfAllowed } from './-load-if-allowed.ts'
import { OnlyWith } from './-only-with.tsx'

export const Route = createFileRoute('/reviews/$id')({
  validateSearch: z.object({ goal: z.string().optional().catch(undefined) }),
  codeSplitGroupings: [['loader', 'component']],
  loader: ({ context: { queryClient }, params: { id } }) =>
    loadIfAllowed(queryClient, 'read', () =>
      Promise.all([
        queryClient.ensureQueryData(reviewQuery(id)),
        queryClient.ensureQueryData(fieldsQuery()),
        queryClient.ensureQueryData(statusesQuery()),
      ]),
    ),
  component: ReviewRoute,
})

function ReviewRoute() {
  const { id } = Route.useParams()
  const { goal } = Route.useSearch()
  const navigate = Route.useNavigate()
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  return (
    <OnlyWith permission="read">
      <ReviewPage
        key={id}
        id={id}
        firstGsid={goal}
        fields={fields}
        statuses={statuses}
        onSent={(made) => void navigate({ to: '/changes/$id', params: { id: made }, search: {} })}
        onRepeated={(made) => void navigate({ to: '/reviews/$id', params: { id: made }, search: {} })}
      />
    </OnlyWith>
  )
}

import { createFileRoute } from '@tanstack/react-router'
import { reviewsQuery } from '#web/features/reviews/review-queries.ts'
import { ReviewsPage } from '#web/features/reviews/reviews-page.tsx'
import { loadIfAllowed } from './-load-if-allowed.ts'
import { OnlyWith } from './-only-with.tsx'

export const Route = createFileRoute('/reviews/')({
  codeSplitGroupings: [['loader', 'component']],
  // What could not be read the page says itself.
  loader: ({ context: { queryClient } }) =>
    loadIfAllowed(queryClient, 'read', () => queryClient.prefetchQuery(reviewsQuery())),
  component: () => (
    <OnlyWith permission="read">
      <ReviewsPage />
    </OnlyWith>
  ),
})

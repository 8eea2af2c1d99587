import type { Review } from '@goalkeeper/contract/reviews'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { ListLine } from '#web/shared/ui/list-line.tsx'
import { ListPage } from '#web/shared/ui/list-page.tsx'
import { progressWords } from './decision.ts'
import { reviewsQuery } from './review-queries.ts'

/** Every review: those that are under way, then the others, newest first. */
export function ReviewsPage() {
  const asked = useQuery(reviewsQuery())
  return (
    <ListPage
      title="Reviews"
      meta="Goals looked at one by one, alone or together."
      asked={asked}
      items={asked.data?.reviews ?? []}
      line={(review) => <ReviewLine review={review} />}
      empty={
        <EmptyState title="Nothing has been reviewed yet" actions={<Link to="/goals">All goals</Link>}>
          Filter a list of goals and choose Review. Each goal then comes with what helps to decide; a key sets its
          status, and all decisions are looked at together before they are sent.
        </EmptyState>
      }
    />
  )
}

function ReviewLine({ review }: { review: Review }) {
  const { id, name, goals, decided, secondsPerGoal, unsent, createdBy, createdAt, present } = review
  const facts = [
    progressWords(decided, goals, secondsPerGoal),
    unsent > 0 && `${unsent} not sent yet`,
    present.length > 0 && `${present.join(', ')} at it`,
  ].filter((fact) => fact !== false)
  const link = (
    <Link to="/reviews/$id" params={{ id }}>
      {name}
    </Link>
  )
  return <ListLine link={link} facts={facts} by={createdBy} at={createdAt} />
}

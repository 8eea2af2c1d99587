import type { Review } from '@goalkeeper/contract/reviews'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ago } from '#web/shared/ui/ago.tsx'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { ListPage } from '#web/shared/ui/list-page.tsx'
import { progressWords } from './decision.ts'
import { reviewsQuery } from './review-queries.ts'
import classes from './reviews-page.module.css'

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
  return (
    <div className={classes.review}>
      <div className={classes.what}>
        <Link to="/reviews/$id" params={{ id }} className={classes.title}>
          {name}
        </Link>
        <div className={classes.meta}>{facts.join(' · ')}</div>
      </div>
      <div className={classes.who}>
        {createdBy}
        <div className={classes.meta}>
          <Ago instant={createdAt} />
        </div>
      </div>
    </div>
  )
}

import type { Review } from '@goalkeeper/contract/reviews'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { asApiError } from '#web/shared/api/api-error.ts'
import { Ago } from '#web/shared/ui/ago.tsx'
import { Band } from '#web/shared/ui/band.tsx'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { PageHeader } from '#web/shared/ui/page-header.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { usePageTitle } from '#web/shared/ui/use-page-title.ts'
import { progressWords } from './decision.ts'
import { reviewsQuery } from './review-queries.ts'
import classes from './reviews-page.module.css'

/** Every review: those that are under way, then the others, newest first. */
export function ReviewsPage() {
  usePageTitle('Reviews')
  const list = useQuery(reviewsQuery())
  const reviews = list.data?.reviews ?? []
  return (
    <div className={classes.page}>
      <PageHeader title="Reviews" meta="Goals looked at one by one, alone or together." />
      <div className={classes.body} aria-busy={list.isFetching}>
        {list.error && (
          <Band
            tone="red"
            action={
              <ToolButton tone="outlined" onClick={() => void list.refetch()}>
                Try again
              </ToolButton>
            }
          >
            The reviews could not be read. {asApiError(list.error).detail}
          </Band>
        )}
        {list.isSuccess && reviews.length === 0 && (
          <EmptyState title="Nothing has been reviewed yet" actions={<Link to="/goals">All goals</Link>}>
            Filter a list of goals and choose Review. Each goal then comes with what helps to decide; a key sets its
            status, and all decisions are looked at together before they are sent.
          </EmptyState>
        )}
        {reviews.length > 0 && (
          <ul className={classes.reviews} aria-label="Reviews">
            {reviews.map((review) => (
              <ReviewLine key={review.id} review={review} />
            ))}
          </ul>
        )}
      </div>
    </div>
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
    <li className={classes.review}>
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
    </li>
  )
}

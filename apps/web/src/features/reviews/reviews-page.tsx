import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/reviews'
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
      title={common.reviews}
      meta={texts.goalsLookedAtOneByOne}
      asked={asked}
      items={asked.data?.reviews ?? []}
      line={(review) => <ReviewLine review={review} />}
      empty={
        <EmptyState title={texts.nothingHasBeenReviewedYet} actions={<Link to="/goals">{common.allGoals}</Link>}>
          {texts.filterAListOfGoalsAnd}
        </EmptyState>
      }
    />
  )
}

function ReviewLine({ review }: { review: Review }) {
  const { id, name, goals, decided, secondsPerGoal, unsent, createdBy, createdAt, present } = review
  const facts = [
    progressWords(decided, goals, secondsPerGoal),
    unsent > 0 && texts.notSentYet(unsent),
    present.length > 0 && texts.atIt(present.join(', ')),
  ].filter((fact) => fact !== false)
  const link = (
    <Link to="/reviews/$id" params={{ id }}>
      {name}
    </Link>
  )
  return <ListLine link={link} facts={facts} by={createdBy} at={createdAt} />
}

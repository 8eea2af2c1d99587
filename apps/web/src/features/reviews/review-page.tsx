import * as texts from '@goalkeeper/texts/reviews'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMay } from '#web/shared/api/use-may.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { usePageTitle } from '#web/shared/ui/use-page-title.ts'
import { DecisionFoot } from './decision-foot.tsx'
import { ReviewEnd } from './review-end.tsx'
import { ReviewGoalBeside } from './review-goal-beside.tsx'
import { ReviewGoalView } from './review-goal-view.tsx'
import { ReviewHeader } from './review-header.tsx'
import classes from './review-page.module.css'
import { reviewGoalQuery, reviewQuery } from './review-queries.ts'
import { ReviewQueue } from './review-queue.tsx'
import { useReviewSession } from './use-review-session.ts'

type Props = {
  id: string
  firstGsid: string | undefined
  fields: Field[]
  statuses: Status[]
  /** The draft with the decisions is made. */
  onSent: (changeSet: string) => void
  onRepeated: (id: string) => void
}

/** One goal at a time, with everything that is needed to decide on it. */
export function ReviewPage({ id, firstGsid, fields, statuses, onSent, onRepeated }: Props) {
  const { data: review } = useSuspenseQuery(reviewQuery(id))
  usePageTitle(`(${review.decided}/${review.goals}) ${review.name}`)
  const reason = useMay('change')
  const session = useReviewSession(id, firstGsid)
  const { course } = session
  const item = course.kind === 'goal' ? course.item : null
  const { data: goal, error } = useQuery({ ...reviewGoalQuery(id, item?.gsid ?? ''), enabled: item !== null })
  return (
    <div className={classes.page}>
      <ReviewHeader review={review} />
      {session.problem && (
        <Band
          tone="red"
          action={
            <button type="button" className={classes.bandDeed} onClick={session.goOn}>
              {texts.goOnWithTheNext}
            </button>
          }
        >
          {session.problem}
        </Band>
      )}
      <div className={classes.body}>
        <ReviewQueue review={review} current={item} onPick={session.goTo} />
        <div className={classes.centre} aria-live="polite">
          {course.kind === 'over' && (
            <ReviewEnd review={review} reason={reason} onSent={onSent} onRepeated={onRepeated} />
          )}
          {item && error && <Band tone="red">{texts.theGoalCouldNotBeRead(error.message)}</Band>}
          {item && goal && <ReviewGoalView key={item.gsid} item={item} about={goal} fields={fields} />}
        </div>
        {item && goal && <ReviewGoalBeside about={goal} fields={fields} />}
      </div>
      {course.kind !== 'over' && (
        <DecisionFoot
          key={item?.gsid ?? 'none'}
          isReady={item !== null}
          reason={reason}
          statuses={statuses}
          notesToDescription={review.notesToDescription}
          last={session.last}
          onDecide={session.decide}
          onTakeBack={session.takeBack}
        />
      )}
    </div>
  )
}

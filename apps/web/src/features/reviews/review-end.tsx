import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/reviews'
import type { Review } from '@goalkeeper/contract/reviews'
import { reviewSummaryPath } from '@goalkeeper/contract/reviews'
import { Button } from '@mantine/core'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import classes from './review-end.module.css'
import { useRepeatReview, useSendReview } from './review-queries.ts'

type Props = {
  review: Review
  reason: string | null
  onSent: (changeSet: string) => void
  onRepeated: (id: string) => void
}

/** What was decided, and what is to be done with it. */
export function ReviewEnd({ review, reason, onSent, onRepeated }: Props) {
  const { id, decided, goals, byDecision, byCsm, unsent, notesToDescription } = review
  const today = useToday()
  const send = useSendReview(id)
  const repeat = useRepeatReview(id)
  const isDone = decided === goals
  const error = send.error ?? repeat.error
  const lock = { disabled: reason !== null, title: reason ?? undefined }
  return (
    <section className={classes.end} aria-label={common.outcome}>
      <h2 className={classes.title}>
        {isDone ? texts.everyGoalIsDecided : texts.ofAreDecidedOthersHaveThe(decided, goals)}
      </h2>
      <div className={classes.tables}>
        <Counts title={texts.decisions} rows={byDecision.map(({ label, goals: of }) => [label, String(of)])} />
        <Counts
          title={texts.byCsm}
          rows={byCsm.map(({ csm, goals: of, decided: done }) => [csm ?? texts.withoutACsm, texts.outOf(done, of)])}
        />
      </div>
      {error && (
        <p role="alert" className={classes.problem}>
          {asApiError(error).detail}
        </p>
      )}
      <div className={classes.deeds}>
        {unsent > 0 && (
          <Button
            loading={send.isPending}
            {...lock}
            onClick={() => send.mutate(undefined, { onSuccess: ({ changeSet }) => onSent(changeSet) })}
          >
            {texts.previewChange(unsent)}
          </Button>
        )}
        <Button component="a" variant="default" href={reviewSummaryPath.replace(':id', id)} download>
          {texts.summaryByCompanyCsv}
        </Button>
        <Button
          variant="default"
          loading={repeat.isPending}
          {...lock}
          onClick={() =>
            repeat.mutate(
              { name: repeatedName(review.name, today), today },
              { onSuccess: (made) => onRepeated(made.id) },
            )
          }
        >
          {texts.reviewAgain}
        </Button>
      </div>
      <p className={classes.hint}>
        {unsent > 0 ? texts.nothingHasBeenSentYetYou : ''}
        {notesToDescription ? texts.notesAreAddedToTheDescriptions : texts.notesStayInGoalkeeperAndStand}
      </p>
    </section>
  )
}

function Counts({ title, rows }: { title: string; rows: [string, string][] }) {
  return (
    <table className={classes.counts}>
      <caption>{title}</caption>
      <tbody>
        {rows.map(([label, count]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "Weekly, 2026-05-04" becomes "Weekly, 2026-05-11". */
function repeatedName(name: string, today: string): string {
  return `${name.replace(/,? \d{4}-\d\d-\d\d$/, '').slice(0, 188)}, ${today}`
}

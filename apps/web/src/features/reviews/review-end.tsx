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
    <section className={classes.end} aria-label="Outcome">
      <h2 className={classes.title}>
        {isDone ? 'Every goal is decided.' : `${decided} of ${goals} are decided; others have the rest before them.`}
      </h2>
      <div className={classes.tables}>
        <Counts title="Decisions" rows={byDecision.map(({ label, goals: of }) => [label, String(of)])} />
        <Counts
          title="By CSM"
          rows={byCsm.map(({ csm, goals: of, decided: done }) => [csm ?? 'Without a CSM', `${done} of ${of}`])}
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
            Preview {unsent} change{unsent === 1 ? '' : 's'}
          </Button>
        )}
        <Button component="a" variant="default" href={reviewSummaryPath.replace(':id', id)} download>
          Summary by company (CSV)
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
          Review again
        </Button>
      </div>
      <p className={classes.hint}>
        {unsent > 0 ? 'Nothing has been sent yet: you look at every change before it runs. ' : ''}
        {notesToDescription
          ? 'Notes are added to the descriptions when the changes run.'
          : 'Notes stay in Goalkeeper and stand beside the goal in the next review.'}
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

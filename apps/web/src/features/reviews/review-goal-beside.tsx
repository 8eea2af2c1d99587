import * as texts from '@goalkeeper/texts/reviews'
import * as common from '@goalkeeper/texts/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { ReviewGoal } from '@goalkeeper/contract/reviews'
import { Ago } from '#web/shared/ui/ago.tsx'
import { DueDate } from '#web/shared/ui/due-date.tsx'
import { ChangeLines } from './change-lines.tsx'
import classes from './review-goal-beside.module.css'

/** Beside the goal: the company's other goals, notes of earlier reviews, history. */
export function ReviewGoalBeside({ about, fields }: { about: ReviewGoal; fields: Field[] }) {
  const { others, notes, changes } = about
  return (
    <aside className={classes.beside} aria-label={texts.aboutTheGoal}>
      {notes.length > 0 && (
        <section>
          <h3>{texts.notesOfEarlierReviews}</h3>
          <ul>
            {notes.map(({ review, by, at, note }) => (
              <li key={`${review} ${at}`}>
                <p className={classes.note}>{note}</p>
                <span className={classes.meta}>
                  {by}, {review}, <Ago instant={at} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{texts.otherGoalsOfTheCompany}</h3>
        {others.length === 0 ? (
          <p className={classes.meta}>{texts.none}</p>
        ) : (
          <ul>
            {others.map(({ gsid, name, statusName, dueDate }) => (
              <li key={gsid}>
                {name}
                <span className={classes.meta}>
                  {statusName ?? texts.noStatus} · <DueDate due={dueDate} isOpen={null} empty={common.noDueDate} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {changes.length > 8 && (
        <section>
          <h3>{texts.furtherBack}</h3>
          <ChangeLines changes={changes.slice(8)} fields={fields} />
        </section>
      )}
    </aside>
  )
}

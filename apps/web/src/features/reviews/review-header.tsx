import * as texts from '@goalkeeper/texts/reviews'
import type { Review } from '@goalkeeper/contract/reviews'
import { Link } from '@tanstack/react-router'
import { progressWords } from './decision.ts'
import classes from './review-header.module.css'

/** The name of the review, how far it is, who else is here, and the way out. */
export function ReviewHeader({ review }: { review: Review }) {
  const { name, companies, decided, goals, secondsPerGoal, present } = review
  return (
    <header className={classes.header}>
      <h1 className={classes.name} title={name}>
        {name}
      </h1>
      <div className={classes.bar} aria-hidden="true">
        {companies.map(({ companyId, name: company, goals: of, decided: done }) => (
          <span
            key={companyId ?? ''}
            className={classes.segment}
            style={{ flexGrow: of }}
            title={texts.outOfCompany(company, done, of)}
          >
            <span className={classes.done} style={{ width: `${(100 * done) / of}%` }} />
          </span>
        ))}
      </div>
      <p className={classes.progress} role="status">
        {progressWords(decided, goals, secondsPerGoal)}
      </p>
      {present.length > 1 && <p className={classes.present}>{texts.here(present.join(', '))}</p>}
      <Link to="/reviews" className={classes.leave}>
        {texts.leave}
      </Link>
    </header>
  )
}

import * as texts from '@goalkeeper/texts/shell-first'
import type { Budget, Sync } from '@goalkeeper/contract/status'
import { clockTime, duration, exactInstant } from '../time/relative-words.ts'
import { useNow } from '../time/use-clock.ts'
import classes from './data-age.module.css'
import { isStale, quietUntil } from './sync-health.ts'

/** How old what you see is: "fresh 20 s ago", or how far the first sync has come. */
export function DataAge({ sync, budget }: { sync: Sync; budget: Budget }) {
  const now = useNow()
  const quiet = quietUntil(budget, now)
  if (quiet !== null) {
    const read = sync.answeredAt === null ? '' : texts.theTenantLastAnsweredAt(exactInstant(sync.answeredAt))
    return (
      <span className={classes.age} title={texts.quietHoursNothingIsReadUntil(exactInstant(quiet), read)}>
        {texts.quietUntil(clockTime(quiet))}
      </span>
    )
  }
  if (sync.answeredAt === null) return <span className={classes.age}>{texts.waitingForTheTenant}</span>
  const seconds = (now - sync.answeredAt) / 1000
  const title = texts.theTenantLastAnsweredAtOf(exactInstant(sync.answeredAt))
  if (sync.state === 'sweeping' && sync.completedAt === null) {
    return (
      <span className={classes.age} title={title}>
        {texts.syncingGoalsSoFar(sync.goals)}
      </span>
    )
  }
  return (
    <span className={classes.age} data-stale={isStale(sync, now) || undefined} title={title}>
      {seconds < 5 ? texts.freshNow : texts.freshAgo(duration(coarse(seconds)))}
    </span>
  )
}

/** Ten-second steps below a minute: a number that changes every second draws the eye for nothing. */
const coarse = (seconds: number) => (seconds < 10 ? 5 : seconds < 60 ? Math.floor(seconds / 10) * 10 : seconds)

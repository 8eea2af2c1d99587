import type { Budget, Sync } from '@goalkeeper/contract/connection'
import { clockTime, duration, exactInstant } from '../time/relative-words.ts'
import { useNow } from '../time/use-clock.ts'
import classes from './data-age.module.css'
import { isStale, quietUntil } from './sync-health.ts'
import { grouped } from '#web/shared/ui/counted.ts'

/** How old what you see is: "fresh 20 s ago", or how far the first sync has come. */
export function DataAge({ sync, budget }: { sync: Sync; budget: Budget }) {
  const now = useNow()
  const quiet = quietUntil(budget, now)
  if (quiet !== null) {
    const read = sync.answeredAt === null ? '' : ` The tenant last answered at ${exactInstant(sync.answeredAt)}.`
    return (
      <span className={classes.age} title={`Quiet hours: nothing is read until ${exactInstant(quiet)}.${read}`}>
        quiet until {clockTime(quiet)}
      </span>
    )
  }
  if (sync.answeredAt === null) return <span className={classes.age}>waiting for the tenant</span>
  const seconds = (now - sync.answeredAt) / 1000
  const title = `The tenant last answered at ${exactInstant(sync.answeredAt)}.`
  if (sync.state === 'sweeping' && sync.completedAt === null) {
    return (
      <span className={classes.age} title={title}>
        syncing, {grouped(sync.goals)} goals so far
      </span>
    )
  }
  return (
    <span className={classes.age} data-stale={isStale(sync, now) || undefined} title={title}>
      {seconds < 5 ? 'fresh now' : `fresh ${duration(coarse(seconds))} ago`}
    </span>
  )
}

/** Ten-second steps below a minute: a number that changes every second draws the eye for nothing. */
const coarse = (seconds: number) => (seconds < 10 ? 5 : seconds < 60 ? Math.floor(seconds / 10) * 10 : seconds)

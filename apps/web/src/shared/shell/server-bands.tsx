import type { StatusReport } from '@goalkeeper/contract/connection'
import { Link } from '@tanstack/react-router'
import { session } from '../api/send.ts'
import { useLiveState } from '../live/use-live-updates.ts'
import { clockTime, duration } from '../time/relative-words.ts'
import { useNow } from '../time/use-clock.ts'
import { Band } from '../ui/band.tsx'
import { isStale, quietUntil } from './sync-health.ts'

/** A lost stream is worth a word only after this long: most come back at once. */
const lostPatienceMs = 5_000

/** The one band about what stands between these rows and the truth; the worst only. Nothing when all is well. */
export function ServerBands({ status }: { status: StatusReport }) {
  const live = useLiveState()
  const now = useNow()
  const { sync, budget } = status
  // Whose session has ended is told so over the whole page.
  if (live.kind === 'lost' && session.state().kind === 'alive' && now - live.since > lostPatienceMs) {
    return (
      <Band tone="amber">
        Goalkeeper’s server has not answered for {duration((now - live.since) / 1000)}. What you see may be old; trying
        again.
      </Band>
    )
  }
  if (budget.stopped)
    return <Band tone="amber">All calls to the tenant are stopped. You can read; nothing is synced or saved.</Band>
  const quiet = quietUntil(budget, now)
  if (quiet !== null && sync.answeredAt !== null && isStale(sync, now)) {
    return (
      <Band>
        Quiet hours until {clockTime(quiet)}: Goalkeeper looks for nothing new on its own. What you see was read{' '}
        {duration((now - sync.answeredAt) / 1000)} ago; you can save as always.
      </Band>
    )
  }
  if (sync.answeredAt !== null && isStale(sync, now)) {
    return (
      <Band tone="amber">
        Last answer {duration((now - sync.answeredAt) / 1000)} ago. You can read; saving waits until it returns.
        {sync.problem && ` ${sync.problem}`}
      </Band>
    )
  }
  if (sync.answeredAt === null && sync.problem)
    return <Band tone="amber">The tenant has not answered yet. {sync.problem}</Band>
  if (status.statusesUnanswered > 0) {
    return (
      <Band
        tone="amber"
        action={
          <Link to="/connection" hash="statuses">
            Say what they mean
          </Link>
        }
      >
        Open and overdue are not known yet: nobody has said what this tenant’s statuses mean.
      </Band>
    )
  }
  if (!sync.complete && sync.completedAt !== null && sync.incompleteBecause) {
    return <Band>Some goals may be missing here: {sync.incompleteBecause}</Band>
  }
  return null
}

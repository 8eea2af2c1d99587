import * as texts from '@goalkeeper/texts/shell-first'
import type { StatusReport } from '@goalkeeper/contract/status'
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
    return <Band tone="amber">{texts.goalkeepersServerHasNot(duration((now - live.since) / 1000))}</Band>
  }
  if (budget.stopped) return <Band tone="amber">{texts.allCallsToTheTenantAre}</Band>
  const quiet = quietUntil(budget, now)
  if (quiet !== null && sync.answeredAt !== null && isStale(sync, now)) {
    return (
      <Band>{texts.quietHoursUntilGoalkeeperLooks(clockTime(quiet), duration((now - sync.answeredAt) / 1000))}</Band>
    )
  }
  if (sync.answeredAt !== null && isStale(sync, now)) {
    return (
      <Band tone="amber">
        {texts.lastAnswerAgoYouCanRead(duration((now - sync.answeredAt) / 1000))}
        {sync.problem && ` ${sync.problem}`}
      </Band>
    )
  }
  if (sync.answeredAt === null && sync.problem)
    return <Band tone="amber">{texts.theTenantHasNotAnsweredYet(sync.problem)}</Band>
  if (status.statusesUnanswered > 0) {
    return (
      <Band
        tone="amber"
        action={
          <Link to="/connection" hash="statuses">
            {texts.sayWhatTheyMean}
          </Link>
        }
      >
        {texts.openAndOverdueAreNotKnown}
      </Band>
    )
  }
  if (!sync.complete && sync.completedAt !== null && sync.incompleteBecause) {
    return <Band>{texts.someGoalsMayBeMissingHere(sync.incompleteBecause)}</Band>
  }
  return null
}

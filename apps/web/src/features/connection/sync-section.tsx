import * as texts from '@goalkeeper/texts/connection'
import type { StatusReport } from '@goalkeeper/contract/status'
import { clockTime, duration, exactInstant } from '#web/shared/time/relative-words.ts'
import { useNow } from '#web/shared/time/use-clock.ts'
import { Facts, Section } from './section.tsx'
import { grouped } from '@goalkeeper/texts/counted'

const states = {
  waiting: texts.waitingForItsTurn,
  sweeping: texts.readingEveryGoal,
  idle: texts.upToDateLookingForChanges,
  failing: texts.failingTryingAgain,
  stopped: 'stopped',
}

/** How the copy of the goals is kept, whether it is whole, and what that costs in calls. */
export function SyncSection({ status }: { status: StatusReport }) {
  const now = useNow()
  const { sync, budget } = status
  const ago = (instant: number | null) =>
    instant === null ? (
      'never'
    ) : (
      <span title={exactInstant(instant)}>{texts.ago(duration((now - instant) / 1000))}</span>
    )
  const share = Math.round((100 * sync.callsPerDay) / Math.max(1, budget.day.limit))
  const isQuiet = budget.quietUntil !== null && budget.quietUntil > now
  const state = isQuiet ? texts.quietUntil(clockTime(budget.quietUntil ?? 0)) : (sync.problem ?? states[sync.state])
  return (
    <Section id="sync" title={texts.sync} about={texts.listsCountsAndFacetsComeFrom}>
      <Facts
        facts={[
          [texts.state, state],
          [texts.goalsHere, grouped(sync.goals)],
          [
            texts.completeness,
            sync.complete ? texts.everyGoalOfTheTenantIs : (sync.incompleteBecause ?? texts.notKnownYet),
          ],
          [texts.lastFullReading, ago(sync.completedAt)],
          [texts.lastAnswer, ago(sync.answeredAt)],
          [texts.looksForChanges, texts.every(duration(sync.intervalSeconds))],
          [texts.cost, texts.callsADayOfOurShare(sync.callsPerDay, share)],
        ]}
      />
    </Section>
  )
}

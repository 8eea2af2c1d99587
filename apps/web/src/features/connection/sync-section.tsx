import type { StatusReport } from '@goalkeeper/contract/connection'
import { clockTime, duration, exactInstant } from '#web/shared/time/relative-words.ts'
import { useNow } from '#web/shared/time/use-clock.ts'
import { Facts, Section } from './section.tsx'
import { grouped } from '#web/shared/ui/counted.ts'

const states = {
  waiting: 'waiting for its turn',
  sweeping: 'reading every goal',
  idle: 'up to date, looking for changes',
  failing: 'failing, trying again',
  stopped: 'stopped',
}

/** How the copy of the goals is kept, whether it is whole, and what that costs in calls. */
export function SyncSection({ status }: { status: StatusReport }) {
  const now = useNow()
  const { sync, budget } = status
  const ago = (instant: number | null) =>
    instant === null ? 'never' : <span title={exactInstant(instant)}>{duration((now - instant) / 1000)} ago</span>
  const share = Math.round((100 * sync.callsPerDay) / Math.max(1, budget.day.limit))
  const isQuiet = budget.quietUntil !== null && budget.quietUntil > now
  const state = isQuiet ? `quiet until ${clockTime(budget.quietUntil ?? 0)}` : (sync.problem ?? states[sync.state])
  return (
    <Section
      id="sync"
      title="Sync"
      about="Lists, counts and facets come from a copy of the goals that is kept here, so that reading costs the tenant nothing."
    >
      <Facts
        facts={[
          ['State', state],
          ['Goals here', grouped(sync.goals)],
          [
            'Completeness',
            sync.complete ? 'every goal of the tenant is here' : (sync.incompleteBecause ?? 'not known yet'),
          ],
          ['Last full reading', ago(sync.completedAt)],
          ['Last answer', ago(sync.answeredAt)],
          ['Looks for changes', `every ${duration(sync.intervalSeconds)}`],
          ['Cost', `${grouped(sync.callsPerDay)} calls a day, ${share} % of our share`],
        ]}
      />
    </Section>
  )
}

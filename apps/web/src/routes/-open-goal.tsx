import { useSuspenseQuery } from '@tanstack/react-query'
import { GoalPanel } from '#web/features/goal-panel/goal-panel.tsx'
import type { Tab } from '#web/features/goal-panel/tabs.ts'
import { useNeighbours } from '#web/features/goals/neighbours.tsx'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { SidePanel } from '#web/shared/ui/side-panel.tsx'

type Props = {
  gsid: string
  tab: Tab | undefined
  onTabChange: (tab: Tab | undefined) => void
  onStep: (gsid: string) => void
  onClose: () => void
}

/** The open goal beside a list, with what other features can do to it. Every list's route draws it. */
export function OpenGoal({ gsid, tab = 'goal', onTabChange, onStep, onClose }: Props) {
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const { previous, next } = useNeighbours()
  return (
    <SidePanel label="Goal" onClose={onClose}>
      <GoalPanel
        gsid={gsid}
        tab={tab}
        onTabChange={(chosen) => onTabChange(chosen === 'goal' ? undefined : chosen)}
        fields={fields}
        statuses={statuses}
        steps={{
          onPrevious: previous === null ? null : () => onStep(previous),
          onNext: next === null ? null : () => onStep(next),
          onClose,
        }}
      />
    </SidePanel>
  )
}

import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/routes'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { StagedLinks } from '#web/features/associations/staging.ts'
import { EditButton } from '#web/features/goal-panel/edit-button.tsx'
import { GoalDecision } from '#web/features/goal-panel/goal-decision.tsx'
import { GoalPanel } from '#web/features/goal-panel/goal-panel.tsx'
import type { PanelView } from '#web/features/goal-panel/tabs.ts'
import { useNeighbours } from '#web/features/goals/neighbours.tsx'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { goalDetailQuery } from '#web/shared/api/goal-detail-query.ts'
import { SidePanel } from '#web/shared/ui/side-panel.tsx'
import { EditOpenGoal, useFormAtHand } from './-edit-open-goal.tsx'

const AssociationsEditor = lazy(() =>
  import('#web/features/associations/associations-editor.tsx').then((module) => ({
    default: module.AssociationsEditor,
  })),
)
const UpdateRequest = lazy(() =>
  import('#web/features/api-request/update-request.tsx').then((module) => ({ default: module.UpdateRequest })),
)

type Props = {
  gsid: string
  tab: PanelView | undefined
  onTabChange: (tab: PanelView | undefined) => void
  onStep: (gsid: string) => void
  onClose: () => void
}

/** The open goal beside a list, with what other features can do to it. Every list's route draws it. */
export function OpenGoal({ gsid, tab = 'goal', onTabChange, onStep, onClose }: Props) {
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const { previous, next } = useNeighbours()
  useFormAtHand()
  if (tab === 'edit-links') return <EditLinks gsid={gsid} onClose={() => onTabChange('links')} />
  if (tab === 'edit')
    return (
      <EditOpenGoal
        gsid={gsid}
        fields={fields}
        statuses={statuses}
        onDone={() => onTabChange(undefined)}
        onClose={() => onTabChange(undefined)}
      />
    )
  return (
    <SidePanel label={common.goal} onClose={onClose}>
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
        onEditLinks={() => onTabChange('edit-links')}
        deeds={() => <EditButton onEdit={() => onTabChange('edit')} />}
      />
    </SidePanel>
  )
}

function EditLinks({ gsid, onClose }: { gsid: string; onClose: () => void }) {
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const { data: goal } = useSuspenseQuery(goalDetailQuery(gsid))
  const [shown, setShown] = useState<StagedLinks | null>(null)
  return (
    <SidePanel label={texts.linksOfTheGoal} defaultWidth={960} onClose={onClose}>
      <Suspense fallback={null}>
        <AssociationsEditor
          key={gsid}
          gsid={gsid}
          decision={<GoalDecision goal={goal} statuses={statuses} />}
          onClose={onClose}
          onShowRequest={setShown}
        />
        {shown && <UpdateRequest gsid={gsid} content={shown} onClose={() => setShown(null)} />}
      </Suspense>
    </SidePanel>
  )
}

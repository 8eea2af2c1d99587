import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { GoalEdit } from '@goalkeeper/gainsight/goal-update'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { panelSearch } from '#web/features/goal-panel/tabs.ts'
import { lazyAhead, useLoadedAhead } from '#web/shared/ui/lazy-ahead.tsx'
import { SidePanel } from '#web/shared/ui/side-panel.tsx'

const EditGoal = lazyAhead(() => import('#web/features/goal-form/edit-goal.tsx').then((module) => module.EditGoal))
const UpdateRequest = lazy(() =>
  import('#web/features/api-request/update-request.tsx').then((module) => ({ default: module.UpdateRequest })),
)

type Props = { gsid: string; fields: Field[]; statuses: Status[]; onDone: () => void; onClose: () => void }

/** Somebody who steps from goal to goal reads none of them. */
const readingMs = 400

/** Whoever reads a goal may edit it next: the form is fetched while they read. */
export function useFormAtHand(): void {
  useLoadedAhead(EditGoal, readingMs)
}

/** The form with every field of the open goal, in the place of the panel. */
export function EditOpenGoal({ gsid, fields, statuses, onDone, onClose }: Props) {
  const navigate = useNavigate()
  const [shown, setShown] = useState<GoalEdit | null>(null)
  return (
    <SidePanel label={common.editGoal} defaultWidth={640} onClose={onClose}>
      <Suspense fallback={null}>
        <EditGoal
          key={gsid}
          gsid={gsid}
          fields={fields}
          statuses={statuses}
          staysAt={({ pathname, search }) => pathname.endsWith(`/${gsid}`) && panelSearch.parse(search).tab === 'edit'}
          onDone={onDone}
          onReopen={() => void navigate({ to: '/goals/$gsid', params: { gsid }, search: { tab: 'edit' } })}
          onShowRequest={setShown}
        />
        {shown && <UpdateRequest gsid={gsid} content={{ record: shown }} onClose={() => setShown(null)} />}
      </Suspense>
    </SidePanel>
  )
}

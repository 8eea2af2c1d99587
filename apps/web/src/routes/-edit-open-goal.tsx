import type { Field, Status } from '@goalkeeper/contract/catalogue'
import { lazy, Suspense } from 'react'
import { panelSearch } from '#web/features/goal-panel/tabs.ts'
import { SidePanel } from '#web/shared/ui/side-panel.tsx'

const EditGoal = lazy(() =>
  import('#web/features/goal-form/edit-goal.tsx').then((module) => ({ default: module.EditGoal })),
)

type Props = { gsid: string; fields: Field[]; statuses: Status[]; onDone: () => void; onClose: () => void }

/** The form with every field of the open goal, in the place of the panel. */
export function EditOpenGoal({ gsid, fields, statuses, onDone, onClose }: Props) {
  return (
    <SidePanel label="Edit goal" defaultWidth={640} onClose={onClose}>
      <Suspense fallback={null}>
        <EditGoal
          key={gsid}
          gsid={gsid}
          fields={fields}
          statuses={statuses}
          staysAt={({ pathname, search }) => pathname.endsWith(`/${gsid}`) && panelSearch.parse(search).tab === 'edit'}
          onDone={onDone}
        />
      </Suspense>
    </SidePanel>
  )
}

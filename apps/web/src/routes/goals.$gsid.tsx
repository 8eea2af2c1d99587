import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { goalDetailQuery } from '#web/features/goal-panel/goal-detail-queries.ts'
import { GoalPanel } from '#web/features/goal-panel/goal-panel.tsx'
import { panelSearch } from '#web/features/goal-panel/tabs.ts'
import { useNeighbours } from '#web/features/goals/neighbours.tsx'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { statusQuery } from '#web/shared/api/status-query.ts'
import { SidePanel } from '#web/shared/ui/side-panel.tsx'

export const Route = createFileRoute('/goals/$gsid')({
  validateSearch: panelSearch,
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(goalDetailQuery(params.gsid)),
      queryClient.ensureQueryData(statusQuery()),
    ]),
  component: GoalRoute,
})

function GoalRoute() {
  const { gsid } = Route.useParams()
  const { tab = 'goal' } = Route.useSearch()
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const neighbours = useNeighbours()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/goals', search: (last) => ({ ...last, tab: undefined }) })
  const stepTo = (next: string | null) =>
    next === null
      ? null
      : () => void navigate({ to: '/goals/$gsid', params: { gsid: next }, search: true, replace: true })

  return (
    <SidePanel label="Goal" onClose={close}>
      <GoalPanel
        gsid={gsid}
        tab={tab}
        onTabChange={(next) =>
          void navigate({
            to: '.',
            search: (last) => ({ ...last, tab: next === 'goal' ? undefined : next }),
            replace: true,
          })
        }
        fields={fields}
        statuses={statuses}
        steps={{ onPrevious: stepTo(neighbours.previous), onNext: stepTo(neighbours.next), onClose: close }}
      />
    </SidePanel>
  )
}

import { createFileRoute } from '@tanstack/react-router'
import { panelSearch } from '#web/features/goal-panel/tabs.ts'
import { loadGoal } from './-load-goal.ts'
import { OpenGoal } from './-open-goal.tsx'

export const Route = createFileRoute('/goals/$gsid')({
  validateSearch: panelSearch,
  loader: ({ context: { queryClient }, params }) => loadGoal(queryClient, params.gsid),
  component: GoalRoute,
})

function GoalRoute() {
  const { gsid } = Route.useParams()
  const { tab } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <OpenGoal
      gsid={gsid}
      tab={tab}
      onTabChange={(next) => void navigate({ search: (last) => ({ ...last, tab: next }), replace: true })}
      onStep={(next) => void navigate({ params: { gsid: next }, search: true, replace: true })}
      onClose={() => void navigate({ to: '/goals', search: (last) => ({ ...last, tab: undefined }) })}
    />
  )
}

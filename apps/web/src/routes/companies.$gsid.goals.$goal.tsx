import { createFileRoute } from '@tanstack/react-router'
import { panelSearch } from '#web/features/goal-panel/tabs.ts'
import { loadGoal } from './-load-goal.ts'
import { OpenGoal } from './-open-goal.tsx'

export const Route = createFileRoute('/companies/$gsid/goals/$goal')({
  validateSearch: panelSearch,
  loader: ({ context: { queryClient }, params }) => loadGoal(queryClient, params.goal),
  component: CompanyGoalRoute,
})

function CompanyGoalRoute() {
  const { gsid, goal } = Route.useParams()
  const { tab } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <OpenGoal
      gsid={goal}
      tab={tab}
      onTabChange={(next) => void navigate({ search: (last) => ({ ...last, tab: next }), replace: true })}
      onStep={(next) => void navigate({ params: { gsid, goal: next }, search: true, replace: true })}
      onClose={() =>
        void navigate({ to: '/companies/$gsid', params: { gsid }, search: (last) => ({ ...last, tab: undefined }) })
      }
    />
  )
}

import { createFileRoute, type ErrorComponentProps } from '@tanstack/react-router'
import { panelSearch } from '#web/features/goal-panel/tabs.ts'
import { GoalProblem } from './-goal-problem.tsx'
import { loadGoal } from './-load-goal.ts'
import { OpenGoal } from './-open-goal.tsx'

export const Route = createFileRoute('/companies/$gsid/goals/$goal')({
  validateSearch: panelSearch,
  loader: ({ context: { queryClient }, params }) => loadGoal(queryClient, params.goal),
  component: CompanyGoalRoute,
  errorComponent: CompanyGoalErrorRoute,
})

const useClose = () => {
  const navigate = Route.useNavigate()
  const { gsid } = Route.useParams()
  return () =>
    void navigate({ to: '/companies/$gsid', params: { gsid }, search: (last) => ({ ...last, tab: undefined }) })
}

function CompanyGoalErrorRoute({ error }: ErrorComponentProps) {
  return <GoalProblem error={error} onClose={useClose()} />
}

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
      onClose={useClose()}
    />
  )
}

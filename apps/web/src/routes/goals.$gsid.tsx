import { createFileRoute, type ErrorComponentProps } from '@tanstack/react-router'
import { panelSearch } from '#web/features/goal-panel/tabs.ts'
import { GoalProblem } from './-goal-problem.tsx'
import { loadGoal } from './-load-goal.ts'
import { OpenGoal } from './-open-goal.tsx'

export const Route = createFileRoute('/goals/$gsid')({
  validateSearch: panelSearch,
  loader: ({ context: { queryClient }, params }) => loadGoal(queryClient, params.gsid),
  component: GoalRoute,
  errorComponent: GoalErrorRoute,
})

const useClose = () => {
  const navigate = Route.useNavigate()
  return () => void navigate({ to: '/goals', search: (last) => ({ ...last, tab: undefined }) })
}

function GoalErrorRoute({ error }: ErrorComponentProps) {
  return <GoalProblem error={error} onClose={useClose()} />
}

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
      onClose={useClose()}
    />
  )
}

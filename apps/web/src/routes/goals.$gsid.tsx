import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { SidePanel } from '#web/shared/ui/side-panel.tsx'

export const Route = createFileRoute('/goals/$gsid')({ component: GoalRoute })

function GoalRoute() {
  const { gsid } = Route.useParams()
  const navigate = useNavigate()
  return (
    <SidePanel label="Goal" onClose={() => void navigate({ to: '/goals', search: true })}>
      {gsid}
    </SidePanel>
  )
}

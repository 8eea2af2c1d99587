import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ErrorPage } from '#web/shared/ui/error-page.tsx'
import { SidePanel } from '#web/shared/ui/side-panel.tsx'

/** Stands in for the panel of a goal that could not be shown; the list beside it stays. */
export function GoalProblem({ error, onClose }: Pick<ErrorComponentProps, 'error'> & { onClose: () => void }) {
  const router = useRouter()
  return (
    <SidePanel label="Goal" onClose={onClose}>
      <ErrorPage error={error} onRetry={() => void router.invalidate()} />
    </SidePanel>
  )
}

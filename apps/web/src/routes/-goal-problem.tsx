import * as common from '@goalkeeper/texts/common'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { SidePanel } from '#web/shared/ui/side-panel.tsx'
import { RouteError } from './-route-error.tsx'

/** Stands in for the panel of a goal that could not be shown; the list beside it stays. */
export function GoalProblem({ error, onClose }: Pick<ErrorComponentProps, 'error'> & { onClose: () => void }) {
  return (
    <SidePanel label={common.goal} onClose={onClose}>
      <RouteError error={error} />
    </SidePanel>
  )
}

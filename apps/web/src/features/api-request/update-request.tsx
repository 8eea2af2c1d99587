import { updateGoalBody } from '@goalkeeper/gainsight/goal-write'
import { tenantRoutes } from '@goalkeeper/gainsight/routes'
import { ApiRequestDialog } from './api-request-dialog.tsx'

type Props = Parameters<typeof updateGoalBody>[0] & { onClose: () => void }

/** The tenant call that a pending edit will be. */
export function UpdateRequest({ onClose, ...update }: Props) {
  const { method, path } = tenantRoutes.updateGoal
  const call = { method, path, body: updateGoalBody(update) }
  return <ApiRequestDialog title="This change as an API request" call={call} left={[]} onClose={onClose} />
}

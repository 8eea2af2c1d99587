import * as texts from '@goalkeeper/texts/api-request'
import { goalRoutes } from '@goalkeeper/gainsight/goal-routes'
import type { EditContent } from '#web/shared/writes/edit-store.ts'
import { updateBody } from '#web/shared/writes/update-body.ts'
import { useClearBy } from '#web/shared/writes/use-clear-by.ts'
import { ApiRequestDialog } from './api-request-dialog.tsx'

type Props = { gsid: string; content: EditContent; onClose: () => void }

/** The tenant call that a pending edit will be. */
export function UpdateRequest({ gsid, content, onClose }: Props) {
  const { method, path } = goalRoutes.updateGoal
  const call = { method, path, body: updateBody(gsid, content, useClearBy()) }
  return <ApiRequestDialog title={texts.thisChangeAsAnApiRequest} call={call} left={[]} onClose={onClose} />
}

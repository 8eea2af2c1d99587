import * as texts from '@goalkeeper/texts/ui-first'
import { Filled } from '#web/shared/ui/filled.tsx'
import type { ApiError } from '../api/api-error.ts'
import classes from './request-id.module.css'

/** The request's id in small type, so that a person can quote it; nothing when there is none. */
export function RequestId({ error }: { error: ApiError }) {
  if (!error.requestId) return null
  return (
    <div className={classes.id}>
      <Filled text={texts.request} requestId={<code>{error.requestId}</code>} />
    </div>
  )
}

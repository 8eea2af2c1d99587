import { asApiError } from '../api/api-error.ts'
import { EmptyState } from './empty-state.tsx'
import { isMissingPart } from './missing-part.ts'
import { RequestId } from './request-id.tsx'
import { ToolButton } from './tool-button.tsx'

/** Stands in for a page that could not be shown. Says what happened, offers another try where one may help, and names the request for whoever looks into it. */
export function ErrorPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = asApiError(error)
  const isGone = problem.code === 'not-found'
  // What was typed into the form of a goal is kept by this browser, and waits there.
  const isMissing = isMissingPart(error)
  return (
    <EmptyState
      title={isGone ? 'There is nothing at this address' : 'This page could not be shown'}
      actions={
        isGone ? (
          <a href="/goals">All goals</a>
        ) : (
          <ToolButton tone="outlined" onClick={isMissing ? () => location.reload() : onRetry}>
            {isMissing ? 'Load it again' : 'Try again'}
          </ToolButton>
        )
      }
    >
      {isMissing
        ? 'Goalkeeper was updated since you opened it, or could not be reached. What you typed into the form of a goal is kept.'
        : problem.detail}
      <RequestId error={problem} />
    </EmptyState>
  )
}

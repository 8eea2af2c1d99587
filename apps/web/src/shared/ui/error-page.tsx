import { asApiError } from '../api/api-error.ts'
import { EmptyState } from './empty-state.tsx'
import { RequestId } from './request-id.tsx'
import { ToolButton } from './tool-button.tsx'

/** Stands in for a page that could not be shown. Says what happened, offers another try where one may help, and names the request for whoever looks into it. */
export function ErrorPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = asApiError(error)
  const isGone = problem.code === 'not-found'
  return (
    <EmptyState
      title={isGone ? 'There is nothing at this address' : 'This page could not be shown'}
      actions={
        isGone ? (
          <a href="/goals">All goals</a>
        ) : (
          <ToolButton tone="outlined" onClick={onRetry}>
            Try again
          </ToolButton>
        )
      }
    >
      {problem.detail}
      <RequestId error={problem} />
    </EmptyState>
  )
}

import { asApiError } from '../api/api-error.ts'
import { EmptyState } from './empty-state.tsx'
import { isMissingPart } from './missing-part.ts'
import { RequestId } from './request-id.tsx'
import { ToolButton } from './tool-button.tsx'

/** Stands in for a page that could not be shown. Says what happened, offers another try where one may help, and names the request for whoever looks into it. */
export function ErrorPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (isMissingPart(error)) return <MissingPart />
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

/** What was typed into the form of a goal is kept by this browser, and waits there. */
function MissingPart() {
  return (
    <EmptyState
      title="Load this page again"
      actions={
        <ToolButton tone="outlined" onClick={() => location.reload()}>
          Load again
        </ToolButton>
      }
    >
      A part of this page could not be loaded: either Goalkeeper has been updated since you opened it, or the connection
      was away. What you typed into the form of a goal is kept.
    </EmptyState>
  )
}

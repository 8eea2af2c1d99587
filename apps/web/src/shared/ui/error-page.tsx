import type { ErrorComponentProps } from '@tanstack/react-router'
import { asApiError } from '../api/api-error.ts'
import { EmptyState } from './empty-state.tsx'
import { RequestId } from './request-id.tsx'
import { ToolButton } from './tool-button.tsx'

/** Stands in for a page that could not be shown. Says what happened, offers another try, and names the request for whoever looks into it. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const problem = asApiError(error)
  return (
    <EmptyState
      title={problem.code === 'not-found' ? 'There is nothing at this address' : 'This page could not be shown'}
      actions={
        <ToolButton tone="outlined" onClick={reset}>
          Try again
        </ToolButton>
      }
    >
      {problem.detail}
      <RequestId error={problem} />
    </EmptyState>
  )
}

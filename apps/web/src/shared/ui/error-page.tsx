import * as texts from '@goalkeeper/texts/ui-first'
import * as common from '@goalkeeper/texts/common'
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
      title={isGone ? texts.thereIsNothingAtThisAddress : texts.thisPageCouldNotBeShown}
      actions={
        isGone ? (
          <a href="/goals">{common.allGoals}</a>
        ) : (
          <ToolButton tone="outlined" onClick={isMissing ? () => location.reload() : onRetry}>
            {isMissing ? texts.loadItAgain : common.tryAgain}
          </ToolButton>
        )
      }
    >
      {isMissing ? texts.goalkeeperWasUpdatedSinceYou : problem.detail}
      <RequestId error={problem} />
    </EmptyState>
  )
}

import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-first'
import { asApiError } from '#web/shared/api/api-error.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import classes from './rows-problem.module.css'

/** Some of the rows could not be read; the others stay. */
export function RowsProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <div className={classes.problem}>
      <Band
        tone="red"
        action={
          <ToolButton tone="outlined" onClick={onRetry}>
            {common.tryAgain}
          </ToolButton>
        }
      >
        {texts.theseRowsCouldNotBeRead(asApiError(error).detail)}
      </Band>
    </div>
  )
}

import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goal-panel'
import type { Status } from '@goalkeeper/contract/catalogue'
import type { GoalDetail } from '@goalkeeper/contract/goals'
import { ActionIcon } from '@mantine/core'
import { RefreshCw } from 'lucide-react'
import { EditableCell } from '#web/shared/form/editable-cell.tsx'
import { asApiError } from '#web/shared/api/api-error.ts'
import { shortDate } from '#web/shared/time/calendar-date.ts'
import { duration, exactDay, exactInstant, relativeDay } from '#web/shared/time/relative-words.ts'
import { useNowRoughly, useToday } from '#web/shared/time/use-clock.ts'
import { StatusLabel } from '#web/shared/ui/status-label.tsx'
import { useRefreshGoal } from './goal-detail-queries.ts'
import classes from './goal-decision.module.css'

/** The line that a decision needs: status, due date with its distance, CSM; and how fresh all of it is. */
export function GoalDecision({ goal, statuses }: { goal: GoalDetail; statuses: Status[] }) {
  const csm = goal.fields['CompanyId__gr.Csm__gr.Name']
  return (
    <div className={classes.line}>
      <EditableCell place="panel" goal={goal} field="StatusName" label={common.status}>
        {({ StatusName, StatusId }) => {
          const status = statuses.find(({ id, name }) => id === StatusId || name === StatusName)
          const name = StatusName ?? StatusId
          return typeof name === 'string' ? (
            <StatusLabel name={name} meaning={status?.meaning ?? null} color={status?.color ?? null} />
          ) : (
            <span className={classes.meta}>{texts.noStatus}</span>
          )
        }}
      </EditableCell>
      <EditableCell place="panel" goal={goal} field="DueDate" label={common.dueDate}>
        {({ DueDate, Overdue }) => <Due due={DueDate ?? null} isOverdue={Overdue === true} />}
      </EditableCell>
      {csm && <span title={texts.customerSuccessManagerOfThe}>{csm}</span>}
      <Freshness goal={goal} />
    </div>
  )
}

function Due({ due, isOverdue }: { due: unknown; isOverdue: boolean }) {
  const today = useToday()
  if (typeof due !== 'string') return <span className={classes.meta}>{common.noDueDate}</span>
  return (
    <span title={exactDay(due, today)} data-overdue={isOverdue || undefined} className={classes.due}>
      {texts.due(shortDate(due, today), relativeDay(due, today))}
    </span>
  )
}

function Freshness({ goal }: { goal: GoalDetail }) {
  const now = useNowRoughly()
  const refresh = useRefreshGoal(goal.gsid)
  return (
    <span className={classes.fresh}>
      {goal.asOf !== null && (
        <span className={classes.meta} title={exactInstant(goal.asOf)}>
          {texts.readAgo(duration((now - goal.asOf) / 1000))}
        </span>
      )}
      <ActionIcon
        aria-label={texts.readAgainFromGainsight}
        title={texts.readAgainFromGainsightOneCall}
        loading={refresh.isPending}
        onClick={() => refresh.mutate()}
      >
        <RefreshCw size={14} />
      </ActionIcon>
      {refresh.error && (
        <span role="alert" className={classes.problem}>
          {asApiError(refresh.error).detail}
        </span>
      )}
    </span>
  )
}

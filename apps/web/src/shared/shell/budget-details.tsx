import * as texts from '@goalkeeper/texts/shell-budget'
import * as common from '@goalkeeper/texts/common'
import { Filled } from '#web/shared/ui/filled.tsx'
import { lanes, type Budget } from '@goalkeeper/contract/status'
import { setStopped } from '@goalkeeper/contract/connection'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { asApiError } from '../api/api-error.ts'
import { request } from '../api/request.ts'
import { statusQuery } from '../api/status-query.ts'
import { useMay } from '../api/use-may.ts'
import { clockTime, duration } from '../time/relative-words.ts'
import { useNow } from '../time/use-clock.ts'
import classes from './budget-details.module.css'
import { budgetState, budgetWords, recentByColumn, share } from './budget-state.ts'
import { quietUntil } from './sync-health.ts'
import { grouped } from '@goalkeeper/texts/counted'

/** The call budget at length: share, the last minute by lane, the day, who waits, who else uses the key, and the stop switch. */
export function BudgetDetails({ budget, onClose }: { budget: Budget; onClose: () => void }) {
  const { minute, day, waiting, refusals } = budget
  const now = useNow()
  const state = budgetState(budget, now)
  const quiet = quietUntil(budget, now)
  const mayDivide = useMay('connect') === null
  return (
    <div className={classes.details}>
      <p className={classes.headline} role="status">
        {budgetWords[state]}
      </p>
      <section>
        <p>
          <Filled
            text={texts.ourShareOfAMinuteFree}
            limit={grouped(minute.limit)}
            tenantLimit={grouped(minute.tenantLimit)}
            strong={<b>{grouped(minute.free)}</b>}
          />
          {mayDivide && (
            <>
              {' '}
              <Link to="/connection" hash="calls" aria-label={texts.changeOurShare} onClick={onClose}>
                {common.change}
              </Link>
            </>
          )}
        </p>
        {quiet !== null && <p>{texts.quietHoursUntilTheSyncWaits(clockTime(quiet))}</p>}
        <RecentCalls budget={budget} />
        <p className={classes.legend}>
          {lanes.map((lane) => (
            <span key={lane} data-lane={lane}>
              {lane}
            </span>
          ))}
          <span className={classes.span}>{texts.lastS(minute.windowSeconds)}</span>
        </p>
      </section>
      <section>
        <p>
          {day.limit < day.tenantLimit
            ? texts.todayOfShare(day.used, day.limit, day.tenantLimit)
            : texts.todayOf(day.used, day.limit)}
        </p>
        <div className={classes.day}>
          <span className={classes.used} style={{ width: `${100 * share(day.used, day.limit)}%` }} />
          <span className={classes.forecast} style={{ left: `${100 * share(day.forecast, day.limit)}%` }} />
        </div>
        <p className={classes.meta}>{texts.atThisPaceByTheEnd(day.forecast)}</p>
      </section>
      {waiting.length > 0 && (
        <section>
          <h2 className={classes.title}>{texts.waiting}</h2>
          <ul className={classes.waiting}>
            {waiting.map(({ lane, label, seconds }, index) => (
              <li key={`${lane} ${label} ${index}`}>
                <span data-lane={lane}>{label}</span>
                <span>{seconds < 120 ? `${Math.ceil(seconds)} s` : duration(seconds)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {refusals && (
        <p className={classes.refusals}>
          {texts.someoneElseIsUsingTheKey(refusals.count, clockTime(refusals.since), refusals.pacePerMinute)}
          {refusals.pausedUntil !== null && texts.nextCallAt(clockTime(refusals.pausedUntil))}
        </p>
      )}
      <StopAll stopped={budget.stopped} />
    </div>
  )
}

const columns = 60
const height = 32

function RecentCalls({ budget }: { budget: Budget }) {
  const counted = recentByColumn(budget, columns)
  const most = Math.max(4, ...counted.map(({ people, changes, scripts, sync }) => people + changes + scripts + sync))
  const scale = height / most
  return (
    <svg
      className={classes.recent}
      viewBox={`0 0 ${columns * 5} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {counted.map((column, index) => (
        <g key={index} transform={`translate(${index * 5})`}>
          {lanes.map((lane, place) => {
            const below = lanes.slice(place).reduce((sum, each) => sum + column[each], 0)
            return (
              <rect key={lane} data-lane={lane} y={height - below * scale} width="4" height={column[lane] * scale} />
            )
          })}
        </g>
      ))}
    </svg>
  )
}

function StopAll({ stopped }: { stopped: boolean }) {
  const queryClient = useQueryClient()
  const reason = useMay('stop')
  const change = useMutation({
    mutationFn: (wanted: boolean) => request(setStopped, { body: { stopped: wanted } }, { screen: 'connection' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: statusQuery().queryKey }),
  })
  // Pressed twice it is asked for once; the other way is open as soon as the button offers it.
  const isAskedFor = change.isPending && change.variables === !stopped
  return (
    <div className={classes.stop}>
      {/* Not disabled meanwhile: that would take the focus away, and with it Escape. */}
      <Button
        variant={stopped ? 'filled' : 'default'}
        aria-busy={change.isPending}
        aria-disabled={reason !== null || undefined}
        data-disabled={reason !== null}
        aria-describedby={reason === null ? undefined : 'stop-reason'}
        onClick={() => reason === null && !isAskedFor && change.mutate(!stopped)}
      >
        {stopped ? common.letCallsGoAgain : common.stopAllCalls}
      </Button>
      {reason && (
        <span id="stop-reason" className={classes.meta}>
          {reason}
        </span>
      )}
      {change.error && <span role="alert">{asApiError(change.error).detail}</span>}
    </div>
  )
}

import * as texts from '@goalkeeper/texts/connection'
import * as common from '@goalkeeper/texts/common'
import type { StatusReport } from '@goalkeeper/contract/status'
import { Button } from '@mantine/core'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useSetStopped } from './connection-queries.ts'
import classes from './connection.module.css'
import { Facts, Section } from './section.tsx'
import { useConnectionLock } from './use-connection-lock.ts'

const modes = {
  on: texts.writesOn,
  off: texts.writesOff,
  ask: texts.writesAsk,
}

/** Which tenant, which key, whether writing is possible, and the switch that stops every call. */
export function TenantSection({ status }: { status: StatusReport }) {
  const stop = useSetStopped()
  const { lock } = useConnectionLock()
  const { stopped } = status.budget
  const fingerprint = <code className={classes.code}>{status.fingerprint}</code>
  return (
    <Section
      id="tenant"
      title={texts.tenant}
      actions={
        <Button
          color={stopped ? 'accent' : 'red'}
          variant={stopped ? 'filled' : 'outline'}
          loading={stop.isPending}
          {...lock}
          onClick={() => stop.mutate(!stopped)}
        >
          {stopped ? common.letCallsGoAgain : common.stopAllCalls}
        </Button>
      }
    >
      {stop.error && (
        <p role="alert" className={classes.problem}>
          {asApiError(stop.error).detail}
        </p>
      )}
      <Facts
        facts={[
          [common.name, status.tenant.label],
          [texts.address, status.tenant.baseUrl],
          [texts.keyFingerprint, fingerprint],
          [
            common.calls,
            stopped ? texts.stoppedForEveryone : texts.aMinuteADay(status.budget.minute.limit, status.budget.day.limit),
          ],
          [
            texts.writing,
            status.tenant.sandbox && status.writes.allowed ? texts.onAsAlwaysInTheSandbox : modes[status.writes.mode],
          ],
          [texts.now, status.writes.allowed ? texts.goalsCanBeChanged : (status.writes.reason ?? texts.readOnly)],
          [texts.version, status.version],
        ]}
      />
    </Section>
  )
}

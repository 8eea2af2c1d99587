import type { StatusReport } from '@goalkeeper/contract/connection'
import { Button } from '@mantine/core'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useSetStopped } from './connection-queries.ts'
import classes from './connection.module.css'
import { Facts, Section } from './section.tsx'
import { useConnectionLock } from './use-connection-lock.ts'
import { grouped } from '#web/shared/ui/counted.ts'

const modes = {
  on: 'on',
  off: 'off (GAINSIGHT_WRITES=off)',
  ask: 'after a write check (GAINSIGHT_WRITES=ask)',
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
      title="Tenant"
      actions={
        <Button
          color={stopped ? 'accent' : 'red'}
          variant={stopped ? 'filled' : 'outline'}
          loading={stop.isPending}
          {...lock}
          onClick={() => stop.mutate(!stopped)}
        >
          {stopped ? 'Let calls go again' : 'Stop all calls'}
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
          ['Name', status.tenant.label],
          ['Address', status.tenant.baseUrl],
          ['Key fingerprint', fingerprint],
          [
            'Calls',
            stopped
              ? 'stopped for everyone'
              : `${grouped(status.budget.minute.limit)} a minute, ${grouped(status.budget.day.limit)} a day`,
          ],
          [
            'Writing',
            status.tenant.sandbox && status.writes.allowed ? 'on, as always in the sandbox' : modes[status.writes.mode],
          ],
          ['Now', status.writes.allowed ? 'goals can be changed' : (status.writes.reason ?? 'read only')],
          ['Version', status.version],
        ]}
      />
    </Section>
  )
}

import type { StatusReport } from '@goalkeeper/contract/status'
import type { Me } from '@goalkeeper/contract/people'
import type { ReactNode } from 'react'
import { BudgetMeter } from './budget-meter.tsx'
import { DataAge } from './data-age.tsx'
import { PersonMenu } from './person-menu.tsx'
import { TenantLabel } from './tenant-label.tsx'
import classes from './top-bar.module.css'

type Props = { status: StatusReport | undefined; me: Me | undefined; search: ReactNode }

/** Tenant at the left, search at the centre, data age, call budget and the person at the right. */
export function TopBar({ status, me, search }: Props) {
  return (
    <header className={classes.bar}>
      <div className={classes.tenant}>{status && <TenantLabel status={status} />}</div>
      <div className={classes.search}>{search}</div>
      <div className={classes.meters}>
        {status && <DataAge sync={status.sync} budget={status.budget} />}
        {status && <BudgetMeter budget={status.budget} />}
        {me && <PersonMenu me={me} />}
      </div>
    </header>
  )
}

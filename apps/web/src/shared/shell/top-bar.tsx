import type { StatusReport } from '@goalkeeper/contract/connection'
import type { ReactNode } from 'react'
import { BudgetMeter } from './budget-meter.tsx'
import { DataAge } from './data-age.tsx'
import { TenantLabel } from './tenant-label.tsx'
import classes from './top-bar.module.css'

/** Tenant at the left, search at the centre, data age and call budget at the right. */
export function TopBar({ status, search }: { status: StatusReport | undefined; search: ReactNode }) {
  return (
    <header className={classes.bar}>
      <div className={classes.tenant}>{status && <TenantLabel status={status} />}</div>
      <div className={classes.search}>{search}</div>
      <div className={classes.meters}>
        {status && <DataAge sync={status.sync} />}
        {status && <BudgetMeter budget={status.budget} />}
      </div>
    </header>
  )
}

import * as texts from '@goalkeeper/texts/shell-first'
import type { StatusReport } from '@goalkeeper/contract/status'
import { Lock } from 'lucide-react'
import classes from './tenant-label.module.css'

/** Whose goals these are; the word Sandbox, and a lock when nothing can be written. */
export function TenantLabel({ status }: { status: StatusReport }) {
  const { tenant, writes } = status
  return (
    <div className={classes.tenant}>
      <span className={classes.name} title={tenant.baseUrl}>
        {tenant.label}
      </span>
      {tenant.sandbox && tenant.label !== 'Sandbox' && <span className={classes.chip}>{texts.sandbox}</span>}
      {!writes.allowed && (
        <span className={classes.chip} title={writes.reason ?? undefined}>
          <Lock size={12} aria-hidden="true" /> {texts.readOnly}
        </span>
      )}
    </div>
  )
}

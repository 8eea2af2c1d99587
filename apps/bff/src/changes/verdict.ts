import type { AppError } from '#bff/http/app-error.ts'

/**
 * What an answer other than "confirmed" means for a row of a run:
 * failed: the tenant does not want it. again: it is known not to be applied, for a reason that passes.
 * unknown: it is being found out. skipped: the goal moved on, or a person cancelled it. halt: no row could be sent now.
 */
export type RowVerdict = 'failed' | 'again' | 'unknown' | 'skipped' | 'halt'

/** The tenant's code for an access key that it does not take (reference 1.4). */
const keyRefused = 'GS_APIG_2401'

export function verdictOn({ code, details }: AppError): RowVerdict {
  switch (code) {
    case 'outcome-unknown':
    case 'tenant-timeout':
      return 'unknown'
    case 'stopped':
    case 'read-only':
      return 'halt'
    case 'tenant-broken':
      return details.tenantCode === keyRefused ? 'halt' : 'again'
    case 'too-many-calls':
    case 'not-ready':
      return 'again'
    case 'cancelled':
      return 'skipped'
    case 'conflict':
      return details.writeId === undefined ? 'failed' : 'skipped'
    default:
      return 'failed'
  }
}

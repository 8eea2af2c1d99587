import type { writeModes } from '@goalkeeper/contract/status'

/** Whether people may write now; `reason` is the sentence for a disabled button. */
export type WritesDecision = { mode: (typeof writeModes)[number]; allowed: boolean; reason: string | null }

type Grounds = {
  mode: WritesDecision['mode']
  sandbox: boolean
  stopped: boolean
  /** How the last write check of this tenant ended. */
  writeCheck: 'never' | 'passed' | 'failed' | 'left something'
}

const undecided: Record<Exclude<Grounds['writeCheck'], 'passed'>, string> = {
  never: 'This tenant is read-only until a write check has passed. An admin runs it on the Connection page.',
  failed: 'The last write check did not pass, so this tenant stays read-only. The Connection page says why.',
  'left something':
    'The last write check did not end well. Run it again on the Connection page: it first puts back what was left.',
}

/** `GAINSIGHT_WRITES` decides; with `ask`, which is what it is unless set, a real tenant has to pass a write check first. */
export function decideWrites({ mode, sandbox, stopped, writeCheck }: Grounds): WritesDecision {
  const refused = (reason: string): WritesDecision => ({ mode, allowed: false, reason })
  if (mode === 'off') return refused('Writing is switched off where Goalkeeper runs (GAINSIGHT_WRITES=off).')
  if (stopped)
    return refused('Every call to Gainsight is stopped. An admin can let them go again on the Connection page.')
  if (mode === 'on' || sandbox || writeCheck === 'passed') return { mode, allowed: true, reason: null }
  return refused(undecided[writeCheck])
}

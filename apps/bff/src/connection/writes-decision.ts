import * as texts from '@goalkeeper/texts/server/connection'
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
  never: texts.thisTenantIsReadOnlyUntil,
  failed: texts.theLastWriteCheckFailed,
  'left something': texts.theLastWriteCheckLeftSomething,
}

/** `GAINSIGHT_WRITES` decides; with `ask`, which is what it is unless set, a real tenant has to pass a write check first. */
export function decideWrites({ mode, sandbox, stopped, writeCheck }: Grounds): WritesDecision {
  const refused = (reason: string): WritesDecision => ({ mode, allowed: false, reason })
  if (mode === 'off') return refused(texts.writingIsSwitchedOff)
  if (stopped) return refused(texts.everyCallToGainsightIsStopped)
  if (mode === 'on' || sandbox || writeCheck === 'passed') return { mode, allowed: true, reason: null }
  return refused(undecided[writeCheck])
}

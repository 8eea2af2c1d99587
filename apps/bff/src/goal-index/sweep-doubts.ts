import type { Sweep } from './sync-state.ts'

/** Why a sweep cannot be sure to have seen every goal, in sentences for people. */
const doubts = {
  companies:
    'Gainsight lists goals in no fixed order and takes no date ranges, so they are read company by company: goals of a company that is not known here may be missing.',
  pages:
    'Gainsight lists goals in no fixed order and takes no filter that would divide them, so some may have been missed between two pages.',
  missed: 'Some goals came only when they were asked for by their Gsid, so others may be missing.',
  unconfirmed: 'Goals that did not come with the others could not all be asked for one by one, so they are kept.',
}

export function doubt(sweep: Sweep, reason: keyof typeof doubts): void {
  const sentence = doubts[reason]
  if (!sweep.doubts.includes(sentence)) sweep.doubts.push(sentence)
}

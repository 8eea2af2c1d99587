import type { MeaningCounts, Overview } from '@goalkeeper/contract/overview'

/** Whether nobody has said what the statuses of these goals mean, not of one of them: then which are open cannot be told. */
export const isMeaningless = ({ csms }: Pick<Overview, 'csms'>): boolean =>
  csms.length > 0 && csms.every(({ goals }) => isUnknown(goals))

export function isUnknown({ unknown, ...known }: MeaningCounts): boolean {
  return unknown > 0 && Object.values(known).every((goals) => goals === 0)
}

import type { MeaningCounts } from '@goalkeeper/contract/overview'

export const noGoals = (): MeaningCounts => ({
  planned: 0,
  'on track': 0,
  'at risk': 0,
  achieved: 0,
  dropped: 0,
  unknown: 0,
})

export const isOpen = (meaning: keyof MeaningCounts): boolean =>
  meaning === 'planned' || meaning === 'on track' || meaning === 'at risk'

/** How many of them are open. */
export const openOf = (counts: MeaningCounts): number => counts.planned + counts['on track'] + counts['at risk']

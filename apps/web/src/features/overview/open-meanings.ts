import * as texts from '@goalkeeper/texts/overview'
import type { Meaning } from '@goalkeeper/contract/catalogue'
import type { AnyMeaning } from '@goalkeeper/contract/overview-filters'

/** From what needs a look to what waits: the order in which bars are stacked. */
export const openMeanings = ['at risk', 'on track', 'planned'] as const satisfies Meaning[]
export const closedMeanings = ['achieved', 'dropped'] as const satisfies Meaning[]
export type OpenMeaning = (typeof openMeanings)[number]
export type OpenCounts = Record<OpenMeaning, number>

export const openOf = (counts: OpenCounts): number => counts.planned + counts['on track'] + counts['at risk']

/** "planned", "without a meaning". */
export const meaningWords = (meaning: AnyMeaning): string => (meaning === 'unknown' ? texts.withoutAMeaning : meaning)

import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/overview'
import type { Overview } from '@goalkeeper/contract/overview'

export type HappeningKind = 'created' | 'later' | 'achieved'

export const happenings = ['created', 'later', 'achieved'] as const satisfies HappeningKind[]

export const happeningWords: Record<HappeningKind, string> = {
  created: common.created,
  later: texts.movedLater,
  achieved: texts.achieved,
}

/**
 * How many goals something happened to in a week; null where nobody knows: Goalkeeper was not there to see. When a goal was created
 * Gainsight says, whoever looked.
 */
export function happened(week: Overview['weeks'][number], kind: HappeningKind): number | null {
  return kind === 'created' || week.daysSeen > 0 ? week[kind] : null
}

import { isCondition, type FilterTree, type KeptFilter } from './tree.ts'

/**
 * What is at work of a filter in which parts are switched off: what goals are asked by, and the one place where those parts are left out.
 * A group all of whose parts are switched off is left out with them; null, when nothing is left, lets every goal through.
 */
export function switchedOn(kept: KeptFilter | null): FilterTree | null {
  if (kept === null || 'off' in kept) return null
  if (isCondition(kept)) return kept
  if ('not' in kept) {
    const inside = switchedOn(kept.not)
    return inside && { not: inside }
  }
  const members = 'and' in kept ? kept.and : kept.or
  const left = members.map(switchedOn).filter((member) => member !== null)
  if (left.length === 0 && members.length > 0) return null
  return 'and' in kept ? { and: left } : { or: left }
}

/** How many parts of a filter are switched off, those inside of one another counted once. */
export function countSwitchedOff(kept: KeptFilter | null): number {
  if (kept === null || isCondition(kept)) return 0
  if ('off' in kept) return 1
  if ('not' in kept) return countSwitchedOff(kept.not)
  return ('and' in kept ? kept.and : kept.or).reduce((sum, member) => sum + countSwitchedOff(member), 0)
}

/** A part switched off, or on again. */
export const switched = (part: KeptFilter): KeptFilter => ('off' in part ? part.off : { off: part })

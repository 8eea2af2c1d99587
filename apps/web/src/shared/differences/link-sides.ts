import type { Difference } from '@goalkeeper/contract/changes'
import type { FieldValue } from '@goalkeeper/contract/goals'

export const isLinkField = (name: string) => name === 'CTA' || name === 'SP'

/** What a difference in links comes to: both sides hold every link. */
export function linkSides({ before, after }: Pick<Difference, 'before' | 'after'>) {
  const [old, now] = [idsOf(before), idsOf(after)]
  return { linked: now.filter((id) => !old.includes(id)), unlinked: old.filter((id) => !now.includes(id)) }
}

const idsOf = (value: FieldValue): string[] => (Array.isArray(value) ? value : [])

import type { FieldValue, GoalChange } from '@goalkeeper/contract/goals'

type Seen = Pick<GoalChange, 'field' | 'before' | 'after'>

/** What fields are to become again. Links are those to be linked and to be unlinked. */
export type FormerValues = {
  fields: Map<string, FieldValue>
  links: Record<'CTA' | 'SP', { link: string[]; unlink: string[] }>
}

/** What `changes`, newest first, have come from: the value before the oldest of each field, and every link the other way round. */
export function formerValues(changes: readonly Seen[]): FormerValues {
  const fields = new Map<string, FieldValue>()
  const links = { CTA: new Map<string, boolean>(), SP: new Map<string, boolean>() }
  for (const { field, before, after } of changes) {
    if (field !== 'CTA' && field !== 'SP') {
      fields.set(field, before)
      continue
    }
    const [old, now] = [idsOf(before), idsOf(after)]
    for (const id of old) if (!now.includes(id)) links[field].set(id, true)
    for (const id of now) if (!old.includes(id)) links[field].set(id, false)
  }
  return { fields, links: { CTA: sidesOf(links.CTA), SP: sidesOf(links.SP) } }
}

export const idsOf = (value: FieldValue): string[] => (Array.isArray(value) ? value : [])

function sidesOf(wasLinked: Map<string, boolean>) {
  const ids = (wanted: boolean) => [...wasLinked].filter(([, was]) => was === wanted).map(([id]) => id)
  return { link: ids(true), unlink: ids(false) }
}

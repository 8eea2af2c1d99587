import { namedKindSchema, type Field, type NamedKind } from '@goalkeeper/contract/catalogue'

/** The kind of record whose name is shown in place of a field's id; null where nothing is named, and for fields that say by their label that they are ids. */
export function shownKind({ type, group, label, lookup }: Field): NamedKind | null {
  if (type !== 'gsid' || (group === 'standard' && /\bid$/i.test(label))) return null
  return namedKindSchema.safeParse(lookup).data ?? null
}

/** An id while its name is not known: its end, as beside two records of one name. */
export const shortId = (id: string) => `…${id.slice(-6)}`

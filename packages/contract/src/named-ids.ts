import { fieldNamed } from '@goalkeeper/filter/field'
import { conditionsOf, type KeptFilter } from '@goalkeeper/filter/tree'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { type Field, type NamedKind, namedKindSchema } from './catalogue.ts'

/** Ids that a filter compares with, each once, by the kind of record that they stand for. Fields that point to no such kind are left out. */
export function namedIdsIn(filter: KeptFilter | null, fields: readonly Field[]): Map<NamedKind, string[]> {
  const ids = new Map<NamedKind, Set<string>>()
  for (const { field, value = [] } of filter ? conditionsOf(filter) : []) {
    const kind = namedKindSchema.safeParse(fieldNamed(fields, field)?.lookup).data
    if (!kind) continue
    const known = ids.get(kind) ?? new Set()
    for (const id of value.filter(isGsid)) known.add(id)
    if (known.size > 0) ids.set(kind, known)
  }
  return new Map([...ids].map(([kind, known]) => [kind, [...known].toSorted()]))
}

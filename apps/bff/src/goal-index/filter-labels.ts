import type { Field } from '@goalkeeper/contract/catalogue'
import { namedIdsIn } from '@goalkeeper/contract/named-ids'
import type { FilterTree, FilterValue } from '@goalkeeper/filter/tree'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'

/** Names for the ids of a filter, as they are stored. */
export async function labelsIn(filter: FilterTree, fields: readonly Field[], { names }: Pick<Catalogue, 'names'>) {
  const known = await Promise.all([...namedIdsIn(filter, fields)].map(([kind, ids]) => names(kind, ids)))
  const byId = new Map<FilterValue, string>(known.flatMap((some) => [...some]))
  return (_field: string, value: FilterValue) => byId.get(value)
}

import { linkedKinds, unresolvedOf } from '@goalkeeper/filter/linked-fields'
import type { FilterTree } from '@goalkeeper/filter/tree'

/** The goals that link to CTAs or plans of which nothing is known. */
export const unresolvedLinks: FilterTree = {
  or: linkedKinds.map((kind) => ({ field: unresolvedOf(kind), op: 'IS_NOT_NULL' })),
}

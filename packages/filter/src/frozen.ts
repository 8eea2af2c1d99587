import type { FilterTree, FilterValue } from './tree.ts'

/** In conditions on a goal's own Gsid: the goals of a frozen list, whatever has become of them since. */
const mark = '@frozen:'

/** The filter that lets through the goals of a frozen list, by its id. */
export const frozenList = (id: string): FilterTree => ({ field: 'Gsid', op: 'EQ', value: [mark + id] })

/** The id of the frozen list that a value of a condition stands for; null when it stands for itself. */
export const frozenIdIn = (value: FilterValue): string | null =>
  typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : null

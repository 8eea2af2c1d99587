import * as texts from '@goalkeeper/texts/views-first'
import * as common from '@goalkeeper/texts/common'
import type { ListLink, ListState, View } from '@goalkeeper/contract/views'
import type { FilterTree } from '@goalkeeper/filter/tree'

/** What the list on screen begins with. */
export type ShownBase = { kind: 'all' } | { kind: 'view'; view: View } | { kind: 'link'; link: ListLink }

/** By what a list is narrowed. */
export type NarrowedTo = { filter: FilterTree | null; search: string }

/** The list on screen. */
export type ShownState = NarrowedTo & {
  /** As a view or list link keeps it, with nothing left to what this browser remembers. */
  state: ListState
  today: string
  total: number | null
  /** Its rows are there: what is less urgent may be asked for. */
  isReady: boolean
}

/** What stands above the list for this base. */
export function titleOf(base: ShownBase): string {
  if (base.kind === 'view') return base.view.name
  return base.kind === 'link' ? texts.sharedBy(base.link.by) : common.allGoals
}

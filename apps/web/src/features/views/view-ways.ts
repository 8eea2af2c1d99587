import type { ListState } from '@goalkeeper/contract/views'
import type { NarrowedTo } from './shown-base.ts'

/** How views are reached; null is "All goals". What an address is, is for the page to know. */
export type ViewWays = {
  hrefOf: (id: string | null) => string
  /** The address of the view or link that is open, as it is without changes. */
  hrefHere: string
  onOpen: (id: string | null) => void
  /** Somebody is about to open it. */
  onReach: (id: string | null) => void
  /** Takes back what differs from the view or link that is open. */
  onReset: () => void
  /** What a state narrows the list to. */
  narrowedTo: (state: ListState) => NarrowedTo
}

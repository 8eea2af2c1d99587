import * as says from '@goalkeeper/texts/routes-first'
import type { ListState } from '@goalkeeper/contract/views'
import type { QueryClient } from '@tanstack/react-query'
import { readGoalsAddress, searchOver, noView, type GoalsAddress } from '#web/features/goals/list-base.ts'
import { readListSearch, type GoalListSearch } from '#web/features/goals/list-search.ts'
import type { ShownBase } from '#web/features/views/shown-base.ts'
import { linkQuery, viewsQuery, type OpenedLink } from '#web/features/views/view-queries.ts'
import type { Views } from '@goalkeeper/contract/views'

/** What an address begins with, and why that is not what it names; null when it is. */
export type FoundBase = { base: ShownBase; missing: string | null }

const all: ShownBase = { kind: 'all' }

/** What the address names, of the views that are seen and the link that was opened; undefined is what could not be read. */
export function baseOf(address: GoalsAddress, views: Views | undefined, opened: OpenedLink | undefined): FoundBase {
  if (address.link !== undefined) {
    if (opened?.link) return { base: { kind: 'link', link: opened.link }, missing: null }
    return { base: all, missing: opened?.missing ?? says.theListLinkCouldNotBe }
  }
  if (address.view === undefined || address.view === noView) return { base: all, missing: null }
  const view = views?.views.find(({ id }) => id === address.view)
  if (view) return { base: { kind: 'view', view }, missing: null }
  const missing = views ? says.thereIsNoSuchViewAny : says.theViewsCouldNotBeRead
  return { base: all, missing }
}

/** The list that a view or link shows; null for all goals. A frozen link shows the goals of then, whatever they match now. */
export function searchOfBase(base: ShownBase): GoalListSearch | null {
  if (base.kind === 'all') return null
  if (base.kind === 'view') return readListSearch(base.view.state)
  const search = readListSearch(base.link.state)
  const { frozen } = base.link
  return frozen ? { ...search, filter: frozen.list, q: undefined } : search
}

/** A list as a view keeps it: by the keys that its address has. */
export function stateOf({ filter, dropped: _dropped, ...texts }: GoalListSearch): ListState {
  const said = Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[key, value]],
  )
  const state: ListState = Object.fromEntries(said)
  if (filter) state.filter = filter
  return state
}

/** Reads the views, and the link that the address names. What cannot be read is for the page to say. */
export async function loadBase(queryClient: QueryClient, address: GoalsAddress): Promise<FoundBase> {
  const [views, opened] = await Promise.all([
    queryClient.ensureQueryData(viewsQuery()).catch(() => undefined),
    address.link === undefined
      ? undefined
      : queryClient.ensureQueryData(linkQuery(address.link)).catch(() => undefined),
  ])
  return baseOf(address, views, opened)
}

/** The list that an address shows, once its view or link is known. */
export async function searchOfAddress(queryClient: QueryClient, raw: Record<string, unknown>) {
  const address = readGoalsAddress(raw)
  const { base } = await loadBase(queryClient, address)
  return searchOver(address, searchOfBase(base))
}

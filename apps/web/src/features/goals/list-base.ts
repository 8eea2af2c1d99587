import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import { hashKey } from '@tanstack/react-query'
import { patchSearch, readListSearch, stateKeys, type GoalListSearch } from './list-search.ts'
import { defaultSort, printSort } from './sort-keys.ts'

/**
 * What the address of the goals list says: which view or list link it begins with, and beside it what differs from that.
 * `view` is an id, or `all` for none although another opens first; `without` names keys of the base that are taken out ("filter,q").
 */
export type GoalsAddress = GoalListSearch & {
  view?: string | undefined
  link?: string | undefined
  without?: string | undefined
}

/** Stands for no view in the address of somebody whose list opens with one. */
export const noView = 'all'

/** Reads the search part of the address of the goals list, as `readListSearch` does. */
export function readGoalsAddress(raw: Record<string, unknown>): GoalsAddress {
  const search = readListSearch(raw)
  const dropped = new Set(search.dropped)
  const read = (key: 'view' | 'link' | 'without', shape: RegExp) => {
    const value = raw[key]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value === 'string' && shape.test(value)) return value
    dropped.add(key)
    return undefined
  }
  const address = {
    view: read('view', idShape),
    link: read('link', idShape),
    without: read('without', /^[a-zA-Z]+(,[a-zA-Z]+)*$/),
  }
  return { ...search, ...address, dropped: dropped.size > 0 ? [...dropped] : undefined }
}

const idShape = /^[a-z0-9]{1,64}$/

/** Whether the address says nothing of the list, so that it may open with a view. */
export const isBare = (address: GoalsAddress): boolean =>
  [...stateKeys, 'view', 'link', 'without', 'dropped'].every((key) => partOf(address, key) === undefined)

/** The list that an address shows, of which `base` is the view or list link that it names. */
export function searchOver(address: GoalsAddress, base: GoalListSearch | null): GoalListSearch {
  const out = new Set(address.without?.split(','))
  const { view: _view, link: _link, without: _without, ...own } = address
  if (!base) return own
  const kept = Object.entries(base).filter(([key, value]) => value !== undefined && !out.has(key))
  return { ...Object.fromEntries(kept), ...patchSearch(own, { dropped: own.dropped }) }
}

/** What a list holds differently from its base, by the keys of the address. */
export function differingKeys(search: GoalListSearch, base: GoalListSearch): string[] {
  return stateKeys.filter((key) => canonical(search, key) !== canonical(base, key))
}

/**
 * The address after a change of the list: the base stays named, and only what differs from it is written down.
 * `hasDefault`: an address that says nothing would open another view.
 */
export function patchAddress(
  address: GoalsAddress,
  patch: GoalListSearch,
  base: GoalListSearch | null,
  hasDefault: boolean,
): GoalsAddress {
  const next = patchSearch(searchOver(address, base), patch)
  const { view, link } = address
  if (!base) {
    const named = { ...next, ...(view !== undefined && { view }), ...(link !== undefined && { link }) }
    return hasDefault && isBare(named) ? { ...named, view: noView } : named
  }
  const differing = differingKeys(next, base)
  const others = Object.entries(next).filter(([key]) => !stateKeys.includes(key) || differing.includes(key))
  const without = differing.filter((key) => partOf(next, key) === undefined)
  return {
    ...(view !== undefined && { view }),
    ...(link !== undefined && { link }),
    ...Object.fromEntries(others),
    ...(without.length > 0 && { without: without.join(',') }),
  }
}

const partOf = (search: GoalListSearch, key: string): unknown =>
  new Map<string, unknown>(Object.entries(search)).get(key)

/** Equal texts for what means the same: keys of a tree in any order, a filter without conditions, the order that nobody has chosen. */
function canonical(search: GoalListSearch, key: string): string {
  if (key === 'filter') return hashKey([joinParts(partsOf(search.filter ?? null))])
  // What a search finds comes best first when nobody has chosen an order.
  if (key === 'sort') return search.sort ?? (search.q ? '' : printSort(defaultSort))
  return hashKey([partOf(search, key) ?? null])
}

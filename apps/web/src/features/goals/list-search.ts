import { longestSearch } from '@goalkeeper/contract/goals'
import { keptFilterSchema, type KeptFilter } from '@goalkeeper/filter/tree'
import { parseColumns } from './column-choice.ts'
import { parseGroup, parseSort } from './sort-keys.ts'

/**
 * What an address says about a list of goals. `sort`, `group` and `columns` keep their short forms (see sort-keys.ts, column-choice.ts);
 * `filter` may have parts that are switched off; `q` is the quick search; `dropped` names what was nonsense and has been left out, so that the page can say so.
 */
export type GoalListSearch = {
  filter?: KeptFilter | undefined
  q?: string | undefined
  sort?: string | undefined
  group?: string | undefined
  columns?: string | undefined
  dropped?: string[] | undefined
}

/**
 * Reads the search part of an address. Whatever cannot be read is undefined and named in `dropped`; undefined and not missing,
 * because the router lays what it is given over what stood in the address.
 */
export function readListSearch(raw: Record<string, unknown>): GoalListSearch {
  const search: GoalListSearch = {
    filter: undefined,
    q: undefined,
    sort: undefined,
    group: undefined,
    columns: undefined,
    dropped: undefined,
  }
  const dropped = new Set(Array.isArray(raw['dropped']) ? raw['dropped'].filter((name) => droppable.has(name)) : [])
  for (const [name, read] of Object.entries(readers)) {
    const value = raw[name]
    if (value === undefined || value === null || value === '') continue
    if (!read(value, search)) dropped.add(name)
  }
  if (dropped.size > 0) search.dropped = [...dropped].map(String)
  return search
}

type Reader = (value: unknown, search: GoalListSearch) => boolean

const readers: Record<Exclude<keyof GoalListSearch, 'dropped'>, Reader> = {
  filter: (value, search) => {
    const parsed = keptFilterSchema.safeParse(value)
    if (parsed.success) search.filter = parsed.data
    return parsed.success
  },
  // The router reads a value that looks like a number as one.
  q: (value, search) => {
    if (typeof value !== 'string' && typeof value !== 'number') return false
    search.q = String(value).slice(0, longestSearch)
    // What is cut off is left out as well.
    return String(value).length <= longestSearch
  },
  sort: (value, search) => {
    if (typeof value !== 'string' || !parseSort(value)) return false
    search.sort = value
    return true
  },
  group: (value, search) => {
    if (typeof value !== 'string' || !parseGroup(value)) return false
    search.group = value
    return true
  },
  columns: (value, search) => {
    if (typeof value !== 'string' || !parseColumns(value)) return false
    search.columns = value
    return true
  },
}

/** The keys in which an address holds the state of a list. */
export const stateKeys = Object.keys(readers)

/** What the notice can name: besides these keys those by which an address names a view (list-base.ts). */
const droppable: ReadonlySet<unknown> = new Set([...stateKeys, 'view', 'link', 'without'])

/** The search with a change applied, in which undefined takes a part out; the notice about what was dropped has been seen by then. */
export function patchSearch(search: GoalListSearch, patch: GoalListSearch): GoalListSearch {
  const next = { ...search, dropped: undefined, ...patch }
  // Undefined keys would be equal in meaning and different in comparison.
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''))
}

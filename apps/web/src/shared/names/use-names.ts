import type { Field, NamedKind } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { useQueries } from '@tanstack/react-query'
import { nameQuery } from '../api/names-query.ts'
import { shortId, shownKind } from './shown-kind.ts'

/** Names by id: null for an id that nobody could name, nothing while it is being asked for. */
export function useNames(kind: NamedKind | null, ids: readonly string[]): ReadonlyMap<string, string | null> {
  return useQueries({
    queries: kind ? ids.map((id) => nameQuery(kind, id)) : [],
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data, isPending }, at): [string, string | null][] =>
          isPending ? [] : [[ids[at] ?? '', data ?? null]],
        ),
      ),
  })
}

/** The field, with the names of what these values point to as labels of theirs, so that they read as those of a picklist do. */
export function useNamedField<Given extends Field | undefined>(field: Given, values: readonly FieldValue[]): Given {
  const kind = field ? shownKind(field) : null
  const ids = kind ? [...new Set(values.filter(isGsid))] : []
  const names = useNames(kind, ids)
  if (!field || ids.length === 0) return field
  const named = ids.map((id) => ({
    value: id,
    label: names.has(id) ? (names.get(id) ?? id) : shortId(id),
    active: true,
  }))
  return { ...field, options: [...field.options, ...named] }
}

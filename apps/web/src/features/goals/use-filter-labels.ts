import type { Field } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { Wording } from '@goalkeeper/filter/sentence'
import { conditionsOf, type FilterTree, type FilterValue } from '@goalkeeper/filter/tree'
import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { facetGroups } from './facets.ts'
import { goalFacetsQuery } from './goal-queries.ts'

type LabelOf = NonNullable<Wording['labelOf']>
const keyOf = (field: string, value: FilterValue) => `${field}\n${value}`

/**
 * Labels of the values in a filter: of what was chosen here, of what the list has counted, of codes that have words of their own,
 * and of ids that came with an address, for which the server is asked once.
 */
export function useFilterLabels(fields: readonly Field[], filter: FilterTree | null, today: string, counted: LabelOf) {
  const [learned, setLearned] = useState<ReadonlyMap<string, string>>(new Map())
  const [codes] = useState(() => codeLabels(fields))
  const knownLabel: LabelOf = (field, value) =>
    codes.get(keyOf(field, value)) ?? learned.get(keyOf(field, value)) ?? counted(field, value)

  const fetched = useQueries({
    queries: idsWithoutLabel(fields, filter, knownLabel).map(([field, ids]) => ({
      ...goalFacetsQuery({ filter: { or: [{ field, op: 'IN', value: ids }] }, today }, [field]),
      staleTime: Infinity,
    })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? Object.entries(data.facets) : [])),
  })
  const asked = (field: string, value: FilterValue) =>
    fetched.find(([name]) => name === field)?.[1].find((bucket) => bucket.value === value)?.label

  return {
    wording: {
      fields: useMemo(() => fields.map(withoutId), [fields]),
      labelOf: (field: string, value: FilterValue) => knownLabel(field, value) ?? asked(field, value),
    },
    learn: (field: string, buckets: FacetBucket[]) =>
      setLearned((last) => {
        const pairs = buckets.map(({ value, label }): [string, string] => [keyOf(field, value ?? ''), label])
        return new Map([...last, ...pairs])
      }),
  }
}

/** With a name in place of the id, "Company is Harborline Freight" reads better than "Company id is …". */
function withoutId(field: Field): Field {
  return field.type === 'gsid' ? { ...field, label: field.label.replace(/ id$/i, '') } : field
}

/** Words for the values that the facets have words for, such as those of the due buckets. */
function codeLabels(fields: readonly Field[]): Map<string, string> {
  const groups = facetGroups(fields, [], null)
  return new Map(
    groups.flatMap(({ field, known }) =>
      known.flatMap(({ value, label }): [string, string][] =>
        typeof value === 'string' ? [[keyOf(field, value), label]] : [],
      ),
    ),
  )
}

function idsWithoutLabel(
  fields: readonly Field[],
  filter: FilterTree | null,
  labelOf: LabelOf,
): [string, FilterValue[]][] {
  const missing = (filter ? conditionsOf(filter) : [])
    .filter(({ field }) => fieldNamed(fields, field)?.type === 'gsid')
    .flatMap(({ field, value = [] }) => value.filter((each) => !labelOf(field, each)).map((each) => ({ field, each })))
  return [...Map.groupBy(missing, ({ field }) => field)].map(([field, pairs]) => [field, pairs.map(({ each }) => each)])
}

import * as texts from '@goalkeeper/texts/goals-filter-first'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import { namedIdsIn } from '@goalkeeper/contract/named-ids'
import { me } from '@goalkeeper/filter/me'
import type { FilterValue, KeptFilter } from '@goalkeeper/filter/tree'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { namesQuery } from '#web/shared/api/names-query.ts'
import { offeredFacets } from './facets.ts'
import type { FilterTools } from './filter-tools.ts'

type Pairs = ReadonlyMap<string, string>
const keyOf = (field: string, value: FilterValue) => `${field}\n${value}`

/**
 * Labels of the values in a filter: of codes that have words of their own, of what was chosen here, of what the list has counted, and
 * names for ids, which the server knows. An id without a name is shown as it is.
 */
export function useFilterLabels(
  fields: readonly Field[],
  filter: KeptFilter | null,
  buckets: Record<string, FacetBucket[]>,
): Pick<FilterTools, 'wording' | 'learn'> {
  const [learned, setLearned] = useState<Pairs>(new Map())
  const codes = useMemo(() => codeLabels(fields), [fields])
  const names = useQueries({
    queries: [...namedIdsIn(filter, fields)].map(([kind, ids]) => ({
      ...namesQuery(kind, ids),
      // Names stay while those of one value more are asked for.
      placeholderData: keepPreviousData,
    })),
    combine: (answers) => new Map(answers.flatMap(({ data }) => Object.entries(data?.names ?? {}))),
  })
  const counted = (field: string, value: FilterValue) => buckets[field]?.find((bucket) => bucket.value === value)?.label

  return {
    wording: {
      fields: useMemo(() => fields.map(withoutId), [fields]),
      labelOf: (field, value) =>
        codes.get(keyOf(field, value)) ??
        names.get(String(value)) ??
        learned.get(keyOf(field, value)) ??
        counted(field, value),
    },
    learn: (field, chosen) =>
      setLearned((last) => new Map([...last, ...chosen.map((bucket) => pairOf(field, bucket))])),
  }
}

const pairOf = (field: string, { value, label }: FacetBucket): [string, string] => [keyOf(field, value ?? ''), label]

/** With a name in place of the id, "Company is Harborline Freight" reads better than "Company id is …". */
function withoutId(field: Field): Field {
  return field.type === 'gsid' ? { ...field, label: field.label.replace(/ id$/i, '') } : field
}

/** Words for the values that the facets have words for, such as those of the due buckets, and labels of ids that a field lists. */
function codeLabels(fields: readonly Field[]): Pairs {
  const known = offeredFacets(fields, [], null).flatMap((group) =>
    group.known.flatMap(({ value, label }) =>
      typeof value === 'string' ? [{ field: group.field, value, label }] : [],
    ),
  )
  const listed = fields
    .filter(({ type }) => type === 'gsid')
    .flatMap(({ name, options }) =>
      [{ value: me, label: texts.me }, ...options].map(({ value, label }) => ({ field: name, value, label })),
    )
  return new Map([...known, ...listed].map(({ field, value, label }) => [keyOf(field, value), label]))
}

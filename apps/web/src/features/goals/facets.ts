import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import { conditionsOf, type FilterTree } from '@goalkeeper/filter/tree'
import type { Choice } from './filter-parts.ts'

/** One group of the facet panel. `order` fixed: as given and with its zeros, because the values are few and known; count: the largest first. */
export type FacetGroup = {
  field: string
  title: string
  order: 'fixed' | 'count'
  known: { value: Choice; label: string }[]
}

/** One line of a facet: a value, how many goals hold it, and whether the filter asks for it. */
export type FacetLine = { value: Choice; label: string; hint: string | null; count: number; isChosen: boolean }

/** How many lines a group shows before "More…". */
export const shortest = 8

const dueBuckets = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'week', label: 'Within 7 days' },
  { value: 'month', label: 'In 8 to 30 days' },
  { value: 'later', label: 'Later' },
  { value: 'none', label: 'No date' },
  { value: 'closed', label: 'Closed' },
]
const entityTypes = [
  { value: 'COMPANY', label: 'Company' },
  { value: 'RELATIONSHIP', label: 'Relationship' },
  { value: 'OPPORTUNITY', label: 'Opportunity' },
]

const linkLabels = (some: string, none: string) => [
  { value: null, label: none },
  { value: true, label: some },
]

/** The groups of the panel, as far as the tenant has their fields and the page's scope leaves a choice. */
export function facetGroups(
  fields: readonly Field[],
  statuses: readonly Status[],
  scope: FilterTree | null,
): FacetGroup[] {
  const settled = scope ? conditionsOf(scope).map(({ field }) => field) : []
  const statusOrder = statuses.filter(({ active }) => active).toSorted((a, b) => a.order - b.order)
  const groups: FacetGroup[] = [
    {
      field: 'StatusName',
      title: 'Status',
      order: 'fixed',
      known: statusOrder.map(({ name }) => ({ value: name, label: name })),
    },
    { field: 'DueBucket', title: 'Due', order: 'fixed', known: dueBuckets },
    { field: 'CompanyId', title: 'Company', order: 'count', known: [] },
    { field: 'CompanyId__gr.Csm__gr.Name', title: 'CSM', order: 'count', known: [] },
    { field: 'EntityType', title: 'Entity type', order: 'fixed', known: entityTypes },
    { field: 'CTA', title: 'CTAs', order: 'fixed', known: linkLabels('With a CTA', 'Without CTA') },
    { field: 'SP', title: 'Success plans', order: 'fixed', known: linkLabels('With a plan', 'Without plan') },
  ]
  return groups.filter(({ field }) => fields.some(({ name }) => name === field) && !settled.includes(field))
}

/**
 * A group's lines. In a fixed order known values stay where they are, with a zero when no goal has them, and unknown ones follow;
 * by count, chosen values come first, also when no goal has them any more.
 */
export function facetLines(
  { order, known }: FacetGroup,
  buckets: readonly FacetBucket[],
  chosen: readonly Choice[],
): FacetLine[] {
  const counted = new Map(buckets.map((bucket) => [bucket.value, bucket]))
  const labels = new Map(known.map(({ value, label }) => [value, label]))
  const values = new Set<Choice>([...labels.keys(), ...(order === 'count' ? chosen : []), ...counted.keys(), ...chosen])
  const lines = [...values].map((value): FacetLine => {
    const bucket = counted.get(value)
    return {
      value,
      label: labels.get(value) ?? bucket?.label ?? (value === null ? 'None' : String(value)),
      hint: bucket?.hint ?? null,
      count: bucket?.count ?? 0,
      isChosen: chosen.includes(value),
    }
  })
  if (order === 'fixed') return lines
  return lines.toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count)
}

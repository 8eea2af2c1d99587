import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-facets-first'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import { conditionsOf, type FilterTree } from '@goalkeeper/filter/tree'
import type { Choice } from './filter-parts.ts'

/** One group of the facet panel. `order` fixed: as given and with its zeros, because the values are few and known; count: the largest first. */
export type FacetGroup = {
  field: string
  type: Field['type']
  title: string
  order: 'fixed' | 'count'
  known: { value: Choice; label: string }[]
}

/** One line of a facet: a value, how many goals hold it, and whether the filter asks for it. */
export type FacetLine = { value: Choice; label: string; hint: string | null; count: number; isChosen: boolean }

/** How many lines a group shows before "More…". */
export const shortest = 8

const dueBuckets = [
  { value: 'overdue', label: common.overdue },
  { value: 'week', label: texts.within7Days },
  { value: 'month', label: texts.in8To30Days },
  { value: 'later', label: texts.later },
  { value: 'none', label: texts.noDate },
  { value: 'closed', label: common.closed },
]
const entityTypes = [
  { value: 'COMPANY', label: common.company },
  { value: 'RELATIONSHIP', label: common.relationship },
  { value: 'OPPORTUNITY', label: common.opportunity },
]

const linkLabels = (some: string, none: string) => [
  { value: null, label: none },
  { value: true, label: some },
]

/** What stands at the left until somebody chooses otherwise. */
const defaultFacets = ['StatusName', 'DueBucket', 'CompanyId', 'CompanyId__gr.Csm__gr.Name', 'EntityType', 'CTA', 'SP']

/** So many facets can stand at the left: each is counted anew with every change. */
export const mostFacets = 12

/** The name under which this browser remembers the facets that somebody chose, as names of fields with commas between them. */
export const facetsSetting = 'facet-fields'

/** Values that are few and known come in their own order; of more than these the most frequent are shown. */
const mostKnown = 12

/** Records that goals point to and that have names. */
const namedLookups = new Set(['company', 'relationship', 'opportunity', 'template', 'relationshipType', 'user'])

/** Beside these another field says the same with names. */
const saidBetter = new Set(['StatusId', 'Overdue', 'CompanyId__gr.Csm', 'Gsid', 'CompanyId__gr.Gsid'])

function isFacetField({ name, type, lookup }: Field): boolean {
  if (saidBetter.has(name)) return false
  if (name === 'CompanyId__gr.Csm__gr.Name') return true
  if (type === 'gsid') return lookup !== null && namedLookups.has(lookup)
  return type === 'picklist' || type === 'multipicklist' || type === 'boolean' || type === 'ids'
}

/** Every facet that there can be, as far as the tenant has its field and the page's scope leaves a choice: the usual ones first. */
export function offeredFacets(
  fields: readonly Field[],
  statuses: readonly Status[],
  scope: FilterTree | null,
): FacetGroup[] {
  const settled = scope ? conditionsOf(scope).map(({ field }) => field) : []
  const offered = fields.filter((field) => isFacetField(field) && !settled.includes(field.name))
  const usual = defaultFacets.flatMap((name) => offered.filter((field) => field.name === name))
  return [...usual, ...offered.filter(({ name }) => !defaultFacets.includes(name))].map((field) =>
    facetOf(field, statuses),
  )
}

/** The groups of the panel: those that somebody chose and that are offered, else the usual ones. */
export function shownFacets(offered: readonly FacetGroup[], remembered: string | null): FacetGroup[] {
  const names = remembered === null ? defaultFacets : remembered.split(',')
  return names.flatMap((name) => offered.filter(({ field }) => field === name)).slice(0, mostFacets)
}

const titles: Record<string, string> = {
  CompanyId: common.company,
  RelationshipId: common.relationship,
  OpportunityId: common.opportunity,
  CreatedById: texts.createdBy,
  ModifiedById: texts.changedBy,
}

function facetOf(field: Field, statuses: readonly Status[]): FacetGroup {
  const { name, label, type, group } = field
  const known = knownValues(field, statuses)
  return {
    field: name,
    type,
    title: titles[name] ?? label,
    // Attributes of companies may have the very names of fields of goals.
    ...(group === 'company' && name !== 'CompanyId__gr.Csm__gr.Name' && { title: texts.company(label) }),
    order: known.length > 0 && known.length <= mostKnown ? 'fixed' : 'count',
    known: known.length <= mostKnown ? known : [],
  }
}

function knownValues({ name, type, options, group }: Field, statuses: readonly Status[]): FacetGroup['known'] {
  if (name === 'StatusName')
    return statuses
      .filter(({ active }) => active)
      .toSorted((a, b) => a.order - b.order)
      .map((status) => ({ value: status.name, label: status.name }))
  if (name === 'DueBucket') return dueBuckets
  if (name === 'EntityType') return entityTypes
  if (name === 'CTA') return linkLabels(texts.withACta, texts.withoutCta)
  if (name === 'SP') return linkLabels(texts.withAPlan, texts.withoutPlan)
  if (type === 'boolean')
    return [
      { value: true, label: common.yes },
      { value: false, label: common.no },
    ]
  // What is stored of a custom picklist is its label.
  return options
    .filter(({ active }) => active)
    .map(({ value, label }) => ({ value: group === 'custom' ? label : value, label }))
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
      label: labels.get(value) ?? bucket?.label ?? (value === null ? texts.none : String(value)),
      hint: bucket?.hint ?? null,
      count: bucket?.count ?? 0,
      isChosen: chosen.includes(value),
    }
  })
  if (order === 'fixed') return lines
  return lines.toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count)
}

/** What was counted, and what was seen before and is counted no more, with zero: so far as there is room for it nothing disappears. */
export function withSeen(buckets: readonly FacetBucket[], seen: readonly FacetBucket[]): FacetBucket[] {
  const gone = seen.filter(({ value }) => buckets.every((bucket) => bucket.value !== value))
  return [
    ...buckets,
    ...gone.slice(0, Math.max(0, shortest - buckets.length)).map((bucket) => ({ ...bucket, count: 0 })),
  ]
}

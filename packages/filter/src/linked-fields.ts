import type { FieldType } from './field.ts'

/** Kinds of record that goals link to, as the fields of their Gsids are named. */
export const linkedKinds = ['CTA', 'SP'] as const
export type LinkedKind = (typeof linkedKinds)[number]

/** What is known of a linked CTA or success plan. Null is empty. */
export type LinkedProperties = {
  status: string | null
  type: string | null
  owner: string | null
  ownerId: string | null
  closed: boolean | null
  /** Of a CTA: the success plan that it is an objective of. */
  planId: string | null
}

type Property = { name: string; type: FieldType; read?: (record: LinkedProperties) => string | null }

const ofBoth: Property[] = [
  { name: 'Status', type: 'multipicklist', read: ({ status }) => status },
  { name: 'Type', type: 'multipicklist', read: ({ type }) => type },
  { name: 'Owner', type: 'multipicklist', read: ({ owner }) => owner },
  { name: 'OwnerId', type: 'gsid', read: ({ ownerId }) => ownerId },
  { name: 'Closed', type: 'picklist' },
  { name: 'Unresolved', type: 'gsid' },
]
const properties: Record<LinkedKind, Property[]> = {
  CTA: [...ofBoth, { name: 'Plan', type: 'gsid', read: ({ planId }) => planId }],
  SP: ofBoth,
}

/** A field about the records that a goal links to: `CTA.Status`, `SP.Owner`. `listed`: it may hold several values. */
export type LinkedField = { name: string; kind: LinkedKind; type: FieldType; isListed: boolean }

/** Every such field. Each holds the values of all linked records at once, so that one of them is enough, and a denial means none. */
export const linkedFields: readonly LinkedField[] = linkedKinds.flatMap((kind) =>
  properties[kind].map(({ name, type }) => ({
    name: `${kind}.${name}`,
    kind,
    type,
    isListed: name !== 'Closed',
  })),
)

const byName = new Map(linkedFields.map((field) => [field.name, field]))
export const linkedField = (name: string): LinkedField | undefined => byName.get(name)

export const unresolvedOf = (kind: LinkedKind): string => `${kind}.Unresolved`
export const closedOf = (kind: LinkedKind): string => `${kind}.Closed`

/** Whether all, some or none of the linked records are closed. */
export const closedValues = ['all', 'some', 'none'] as const

/**
 * What a goal holds in the fields about its linked records; empty ones are left out. A record that is not among the known ones counts for
 * nothing, and its Gsid stands in `…Unresolved`.
 */
export function linkedValues(
  kind: LinkedKind,
  gsids: readonly string[],
  known: ReadonlyMap<string, LinkedProperties>,
): Record<string, string | string[]> {
  const unresolved = gsids.filter((gsid) => !known.has(gsid))
  const records = gsids.flatMap((gsid) => known.get(gsid) ?? [])
  const lists = properties[kind].flatMap(({ name, read }) =>
    read ? [[name, distinct(records.map(read))] as const] : [],
  )
  const closed = closedAmong(records, unresolved.length === 0)
  return Object.fromEntries([
    ...[...lists, ['Unresolved', unresolved] as const]
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [`${kind}.${name}`, values] as const),
    ...(closed === null ? [] : [[closedOf(kind), closed] as const]),
  ])
}

const distinct = (values: (string | null)[]): string[] =>
  [...new Set(values.flatMap((value) => value || []))].toSorted()

/** Once one is closed and one is open no other can change the answer; for all and none every one has to be known. */
function closedAmong(records: readonly LinkedProperties[], areAllKnown: boolean): (typeof closedValues)[number] | null {
  const isAmong = (wanted: boolean) => records.some(({ closed }) => closed === wanted)
  if (isAmong(true) && isAmong(false)) return 'some'
  if (!areAllKnown || records.length === 0 || records.some(({ closed }) => closed === null)) return null
  return isAmong(true) ? 'all' : 'none'
}

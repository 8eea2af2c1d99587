import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue, GoalRow } from '@goalkeeper/contract/goals'

export type FilledField = { field: Field; value: FieldValue }

export type FieldGroups = {
  /** What the goal says, in the catalogue's order. */
  own: FilledField[]
  /** What is known of its company. */
  company: FilledField[]
  /** Who, when and which ids: last. */
  system: FilledField[]
  /** Fields of the goal without a value. */
  empty: Field[]
}

/** Shown in the head of the panel, or elsewhere on it. */
const elsewhere = new Set([
  'Name',
  'StatusId',
  'StatusName',
  'DueDate',
  'Description',
  'CompanyName',
  'RelationshipName',
  'CompanyId__gr.Csm__gr.Name',
  // The name beside it says more than the id.
  'CreatedById',
  'ModifiedById',
  'OpportunityId',
])

const system = new Set([
  'Gsid',
  'EntityType',
  'CompanyId',
  'RelationshipId',
  'RelationshipTypeId',
  'TemplateId',
  'GoalCategory',
  'GoalTypeId',
  'CurrencyIsoCode',
  'CreatedByName',
  'CreatedDate',
  'ModifiedByName',
  'ModifiedDate',
])

/** Sorts a goal's values for reading: filled ones first, system ones last, empty ones apart. Derived fields are not facts of the goal. */
export function groupFields(fields: readonly Field[], goal: Pick<GoalRow, 'fields'>): FieldGroups {
  const groups: FieldGroups = { own: [], company: [], system: [], empty: [] }
  for (const field of fields) {
    if (elsewhere.has(field.name) || field.group === 'derived' || field.group === 'links') continue
    const value = goal.fields[field.name] ?? null
    const place = field.group === 'company' ? groups.company : system.has(field.name) ? groups.system : groups.own
    if (!isEmpty(value)) place.push({ field, value })
    else if (place === groups.own) groups.empty.push(field)
  }
  return groups
}

const isEmpty = (value: FieldValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0)

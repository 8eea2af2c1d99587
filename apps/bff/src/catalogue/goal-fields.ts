import * as texts from '@goalkeeper/texts/server/fields'
import { type Field, meanings, type Status } from '@goalkeeper/contract/catalogue'
import type { Settings } from '@goalkeeper/contract/connection'
import { derivedCases, type DerivedField } from '@goalkeeper/filter/derived'
import { operatorsOf } from '@goalkeeper/filter/field'
import { linkedField, closedValues } from '@goalkeeper/filter/linked-fields'
import { type CompanyAttribute, csmUser } from './company-attributes.ts'
import type { DescribedField } from './described-field.ts'
import { fieldTypeOf } from './field-type.ts'
import { standardFields } from './standard-fields.ts'
import { hasName } from './status-list.ts'

type FieldParts = {
  /** Fields of the goal object as the tenant describes them; null: it does not. */
  described: readonly DescribedField[] | null
  typed: Settings['typedFields']
  /** Custom fields that turned up in goals. */
  seen: readonly string[]
  attributes: readonly CompanyAttribute[]
  statuses: readonly Status[]
  /** What the fetch refuses to select is no column. */
  refused: ReadonlySet<string>
  /** Kinds of link whose records the tenant does not give: nothing can be asked of them. */
  withoutRecords: ReadonlySet<string>
}

type FieldText = Pick<Field, 'name' | 'label' | 'dataType' | 'group'> & Partial<Field>

/** Every field that a goal can be shown, sorted, filtered or edited by, in the order in which a chooser lists them. */
export function goalFields(parts: FieldParts): Field[] {
  const fields: FieldText[] = [
    ...standard(parts),
    ...resolved(parts.statuses),
    ...custom(parts),
    ...parts.attributes.map(companyField),
    ...derived.filter(({ name }) => !parts.refused.has(workedOutFrom[name] ?? '')),
    ...links,
    ...linked.filter(({ name }) => !parts.withoutRecords.has(linkedField(name)?.kind ?? '')),
  ]
  return fields.filter(({ name }) => !parts.refused.has(name)).map(complete)
}

function complete(text: FieldText): Field {
  const type = text.type ?? fieldTypeOf(text.dataType)
  return {
    options: [],
    sortable: true,
    editable: false,
    required: false,
    lookup: null,
    decimalPlaces: null,
    maxLength: null,
    ...text,
    type,
    operators: [...operatorsOf[type]],
  }
}

/** The standard fields; of what the tenant describes, its limits and picklists are taken over, and its word on what may be set. */
function standard({ described, statuses }: FieldParts): FieldText[] {
  return standardFields.map((field): FieldText => {
    const known = described?.find(({ name }) => name === field.name)
    const options = field.name === 'StatusId' ? statusIdOptions(statuses) : (field.options ?? known?.options ?? [])
    return {
      ...field,
      group: 'standard',
      options,
      maxLength: known?.maxLength ?? null,
      editable: (field.editable ?? false) && (known?.updateable ?? true),
    }
  })
}

const statusIdOptions = (statuses: readonly Status[]): Field['options'] =>
  statuses.flatMap(({ id, name, active }) => (id ? [{ value: id, label: name, active }] : []))

const resolved = (statuses: readonly Status[]): FieldText[] => [
  {
    name: 'StatusName',
    label: texts.status,
    dataType: 'PICKLIST',
    group: 'resolved',
    editable: true,
    required: true,
    options: statuses.filter(hasName).map(({ name, active }) => ({ value: name, label: name, active })),
  },
  { name: 'CompanyName', label: texts.company, dataType: 'STRING', group: 'resolved' },
  { name: 'RelationshipName', label: texts.relationship, dataType: 'STRING', group: 'resolved' },
  { name: 'OpportunityName', label: texts.opportunity, dataType: 'STRING', group: 'resolved' },
  { name: 'CreatedByName', label: texts.createdBy, dataType: 'STRING', group: 'resolved' },
  { name: 'ModifiedByName', label: texts.changedBy, dataType: 'STRING', group: 'resolved' },
]

/** Custom fields: as described; else as an admin typed them in; else what turned up in goals, as text. */
function custom({ described, typed, seen }: FieldParts): FieldText[] {
  const known: FieldText[] = (described ?? [])
    .filter(({ name }) => name.endsWith('__gc'))
    .map(({ updateable, lookup, ...field }) => ({
      ...field,
      group: 'custom',
      editable: updateable,
      lookup: lookup && (lookupKinds[lookup.toLowerCase()] ?? lookup),
      options: field.options.map(({ value, label, active }) => ({ value, label, active })),
    }))
  const others: FieldText[] = [
    ...typed.map((field): FieldText => ({ ...field, group: 'custom', editable: true })),
    ...seen.map((name): FieldText => ({ name, label: plainName(name), dataType: 'STRING', group: 'custom' })),
  ]
  const names = new Set(known.map(({ name }) => name))
  return [...known, ...others.filter(({ name }) => !names.has(name) && names.add(name))]
}

/** What this API calls the records that a lookup may point to. */
const lookupKinds: Record<string, string> = { gsuser: 'user', company: 'company', relationship: 'relationship' }

const plainName = (name: string) => name.replace(/__gc$/, '').replaceAll('_', ' ')

function companyField({ name, label, dataType, options, decimalPlaces }: CompanyAttribute): FieldText {
  return {
    name: `CompanyId__gr.${name}`,
    label,
    dataType,
    group: 'company',
    lookup: name === csmUser ? 'user' : null,
    // What is stored of a picklist is its label.
    options: options.map((option) => ({ value: option.label, label: option.label, active: option.active })),
    decimalPlaces,
  }
}

const choices = (values: readonly string[]): Field['options'] =>
  values.map((value) => ({ value, label: value, active: true }))
const casesOf = (field: DerivedField) =>
  derivedCases[field].flatMap(({ value }) => (typeof value === 'string' ? [value] : []))

/** Without the instant nobody can say how long ago it was. */
const workedOutFrom: Record<string, string> = { CreatedAge: 'CreatedDate', ChangedAge: 'ModifiedDate' }

const ageWords: Record<string, string> = {
  week: texts.sevenDaysAtMost,
  month: texts.in8To30Days,
  quarter: texts.in31To90Days,
  older: texts.moreThan90Days,
}
const ageOptions = (field: DerivedField): Field['options'] =>
  choices(casesOf(field)).map((option) => ({ ...option, label: ageWords[option.value] ?? option.value }))

/** Mondays, as labels: a goal may have moved in several weeks. */
const weeksType = 'MULTISELECTDROPDOWNLIST'

const derived: FieldText[] = [
  {
    name: 'StatusMeaning',
    label: texts.statusMeaning,
    dataType: 'PICKLIST',
    group: 'derived',
    options: choices(meanings),
  },
  { name: 'Open', label: texts.open, dataType: 'BOOLEAN', group: 'derived' },
  { name: 'Overdue', label: texts.overdue, dataType: 'BOOLEAN', group: 'derived' },
  {
    name: 'DueBucket',
    label: texts.due,
    dataType: 'PICKLIST',
    group: 'derived',
    options: choices(casesOf('DueBucket')),
  },
  {
    name: 'CreatedAge',
    label: texts.timeSinceCreated,
    dataType: 'PICKLIST',
    group: 'derived',
    options: ageOptions('CreatedAge'),
  },
  {
    name: 'ChangedAge',
    label: texts.timeSinceChanged,
    dataType: 'PICKLIST',
    group: 'derived',
    options: ageOptions('ChangedAge'),
  },
  { name: 'MovedLaterWeek', label: texts.movedLaterInWeekOf, dataType: weeksType, group: 'derived' },
  { name: 'AchievedWeek', label: texts.achievedInWeekOf, dataType: weeksType, group: 'derived' },
]

const links: FieldText[] = [
  { name: 'CTA', label: texts.ctas, dataType: 'LOOKUP', type: 'ids', group: 'links', lookup: 'CTA' },
  { name: 'SP', label: texts.successPlans, dataType: 'LOOKUP', type: 'ids', group: 'links', lookup: 'SP' },
  { name: 'CTACount', label: texts.numberOfCtas, dataType: 'NUMBER', group: 'links' },
  { name: 'SPCount', label: texts.numberOfSuccessPlans, dataType: 'NUMBER', group: 'links' },
]

const labels = (name: string, label: string): FieldText => ({
  name,
  label,
  dataType: 'MULTISELECTDROPDOWNLIST',
  type: 'multipicklist',
  group: 'links',
})
const ids = (name: string, label: string, lookup: string): FieldText => ({
  name,
  label,
  dataType: 'LOOKUP',
  group: 'links',
  lookup,
})
const closed = (name: string, label: string): FieldText => ({
  name,
  label,
  dataType: 'PICKLIST',
  group: 'links',
  options: choices(closedValues),
})

/** About the CTAs and plans that a goal links to: `packages/filter/src/linked-fields.ts` says what each holds. */
const linked: FieldText[] = [
  labels('CTA.Status', texts.ctaStatus),
  labels('CTA.Type', texts.ctaType),
  labels('CTA.Owner', texts.ctaOwner),
  ids('CTA.OwnerId', texts.ctaOwnerUser, 'user'),
  closed('CTA.Closed', texts.ctasClosed),
  ids('CTA.Plan', texts.planOfACta, 'SP'),
  ids('CTA.Unresolved', texts.ctasNotKnown, 'CTA'),
  labels('SP.Status', texts.planStatus),
  labels('SP.Type', texts.planType),
  labels('SP.Owner', texts.planOwner),
  ids('SP.OwnerId', texts.planOwnerUser, 'user'),
  closed('SP.Closed', texts.plansClosed),
  ids('SP.Unresolved', texts.plansNotKnown, 'SP'),
]

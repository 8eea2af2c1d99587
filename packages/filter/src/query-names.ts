import { isGsid } from '@goalkeeper/gainsight/gsid'
import { fieldNamed, type FilterField } from './field.ts'
import { me } from './me.ts'
import type { FilterValue } from './tree.ts'

/** Short names of fields in a query. Of a pair, values that are ids mean the field of the id, and all others that of the name. */
const shortNames: Record<string, string | { id: string; name: string }> = {
  status: 'StatusName',
  due: 'DueDate',
  company: { id: 'CompanyId', name: 'CompanyName' },
  csm: { id: 'CompanyId__gr.Csm', name: 'CompanyId__gr.Csm__gr.Name' },
  relationship: { id: 'RelationshipId', name: 'RelationshipName' },
  opportunity: { id: 'OpportunityId', name: 'OpportunityName' },
  cta: 'CTA',
  plan: 'SP',
  'cta.status': 'CTA.Status',
  'cta.type': 'CTA.Type',
  'cta.owner': { id: 'CTA.OwnerId', name: 'CTA.Owner' },
  'cta.closed': 'CTA.Closed',
  'cta.plan': 'CTA.Plan',
  'cta.unresolved': 'CTA.Unresolved',
  'plan.status': 'SP.Status',
  'plan.type': 'SP.Type',
  'plan.owner': { id: 'SP.OwnerId', name: 'SP.Owner' },
  'plan.closed': 'SP.Closed',
  'plan.unresolved': 'SP.Unresolved',
  created: 'CreatedDate',
  changed: 'ModifiedDate',
}
const attributePrefix = { short: 'company.', long: 'CompanyId__gr.' }

const isId = (value: FilterValue) => typeof value === 'string' && (value === me || isGsid(value))

/**
 * The field that a name of a query means, for a condition with these values: by its own name, by a short one, by one that differs in case
 * alone, or by its label written without blanks. Undefined: there is none.
 */
export function fieldOfName<Field extends FilterField>(
  name: string,
  values: readonly FilterValue[],
  fields: readonly Field[],
): Field | undefined {
  const exact = fieldNamed(fields, name)
  if (exact) return exact
  const lower = name.toLowerCase()
  const short = Object.hasOwn(shortNames, lower) ? shortNames[lower] : undefined
  const isOfIds = values.length > 0 && values.every(isId)
  const known = typeof short === 'object' ? (isOfIds ? short.id : short.name) : short
  if (known !== undefined && fieldNamed(fields, known)) return fieldNamed(fields, known)
  const long = lower.startsWith(attributePrefix.short)
    ? attributePrefix.long + name.slice(attributePrefix.short.length)
    : name
  const alike = fields.filter((field) => field.name.toLowerCase() === long.toLowerCase())
  if (alike.length > 0) return alike.length === 1 ? alike[0] : fieldNamed(fields, long)
  const labelled = fields.filter(({ label }) => squeezed(label) === lower)
  return labelled.length === 1 ? labelled[0] : undefined
}

/** The shortest name by which a query finds a field again, for a condition with these values. */
export function nameOfField(field: string, values: readonly FilterValue[], fields: readonly FilterField[]): string {
  const shorts = Object.entries(shortNames)
    .filter(([, meant]) => (typeof meant === 'object' ? meant.id === field || meant.name === field : meant === field))
    .map(([name]) => name)
  const attribute = field.startsWith(attributePrefix.long)
    ? [attributePrefix.short + field.slice(attributePrefix.long.length)]
    : []
  const names = [...shorts, ...attribute]
  return names.find((name) => fieldOfName(name, values, fields)?.name === field) ?? field
}

const squeezed = (label: string) => label.toLowerCase().replaceAll(/\s+/g, '')

import * as says from '@goalkeeper/texts/server/fields'
import type { Company } from '@goalkeeper/contract/catalogue'
import type { FieldType } from '@goalkeeper/filter/field'
import { readCalendarDate, readInstant } from '@goalkeeper/gainsight/dates'
import { readField, type Row } from '@goalkeeper/gainsight/rows'
import type { DescribedField } from './described-field.ts'
import { fieldTypeOf } from './field-type.ts'

/** An attribute as it is shown: `name` is what is selected of the company (`Arr`, `Csm__gr.Name`). */
export type CompanyAttribute = {
  name: string
  label: string
  dataType: string
  type: FieldType
  options: DescribedField['options']
  decimalPlaces: number | null
}

type AttributeValue = Company['attributes'][string]

/** The user who looks after a company: always read, for by them it is known whose a goal is. */
export const csmUser = 'Csm'

/** What the reference knows of company fields (5.1), for a tenant that does not describe them. */
const documented: Record<string, { label: string; dataType: string }> = {
  Csm: { label: says.csm, dataType: 'LOOKUP' },
  Arr: { label: says.arr, dataType: 'CURRENCY' },
  RenewalDate: { label: says.renewalDate, dataType: 'DATE' },
  OriginalContractDate: { label: says.originalContractDate, dataType: 'DATE' },
  Employees: { label: says.employees, dataType: 'NUMBER' },
  CreatedDate: { label: says.companyCreated, dataType: 'DATETIME' },
  ModifiedDate: { label: says.companyChanged, dataType: 'DATETIME' },
}

/** The chosen attributes with their types, as far as the tenant describes its companies (`fields` null: it does not). */
export function companyAttributes(
  names: readonly string[],
  fields: readonly DescribedField[] | null,
): CompanyAttribute[] {
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  return names.map((name) => {
    const [own = name, through] = name.split(/__gr\./, 2)
    const field = fields?.find((candidate) => isSame(candidate.name, own))
    const usual = Object.entries(documented).find(([key]) => isSame(key, name))?.[1]
    // Of a related record only texts are asked for: its name, its address.
    const dataType = through ? 'STRING' : (field?.dataType ?? usual?.dataType ?? 'STRING')
    return {
      name,
      label: labelOf({ own, through, described: field?.label ?? usual?.label, dataType }),
      dataType,
      type: fieldTypeOf(dataType),
      options: through ? [] : (field?.options ?? []),
      decimalPlaces: field?.decimalPlaces ?? null,
    }
  })
}

/** `Csm__gr.Name` is the CSM, `Csm__gr.Email` the CSM's email. */
function labelOf({
  own,
  through,
  described,
  dataType,
}: {
  own: string
  through: string | undefined
  described: string | undefined
  dataType: string
}) {
  const base = described ?? (/^csm$/i.test(own) ? 'CSM' : own.replace(/__gc$/, '').replaceAll('_', ' '))
  // The name of a related record is what it is called; the record itself is told apart from it.
  if (!through && dataType === 'LOOKUP') return says.userOf(base)
  return !through || /^name$/i.test(through) ? base : `${base} ${through.toLowerCase()}`
}

/** The attributes in a row of the company object; picklist ids as their labels, dates as YYYY-MM-DD. */
export function attributesIn(row: Row, attributes: readonly CompanyAttribute[]): Company['attributes'] {
  return Object.fromEntries(
    attributes.map((attribute) => [attribute.name, valueOf(readField(row, attribute.name), attribute)]),
  )
}

function valueOf(raw: unknown, { type, options }: CompanyAttribute): AttributeValue {
  if (raw === undefined || raw === null || raw === '') return null
  const labelOf = (item: unknown) => options.find(({ value }) => value === item)?.label ?? String(item)
  switch (type) {
    case 'date':
      return readCalendarDate(raw)
    case 'datetime':
      return readInstant(raw)
    case 'number':
      return Number.isFinite(Number(raw)) ? Number(raw) : null
    case 'boolean':
      return raw === true || raw === 'true'
    case 'picklist':
      return labelOf(raw)
    case 'multipicklist':
      return (typeof raw === 'string' ? raw.split(';') : [raw].flat()).map(labelOf).join('; ')
    default:
      return typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' ? raw : JSON.stringify(raw)
  }
}

/** What an admin can choose from: everything but ids; of a lookup the name behind it. */
export function choosableAttributes(
  fields: readonly DescribedField[],
): Pick<CompanyAttribute, 'name' | 'label' | 'dataType'>[] {
  const names = fields
    .filter(({ dataType }) => dataType !== 'GSID')
    .map(({ name, dataType }) => (dataType === 'LOOKUP' ? `${name}__gr.Name` : name))
  return companyAttributes(names, fields).map(({ name, label, dataType }) => ({ name, label, dataType }))
}

const segmentWords = /\b(segment|tier|region)\b/i

/** Custom fields that divide the companies: worth a column and a facet while an admin has chosen none. At most two. */
export function suggestedAttributes(fields: readonly DescribedField[]): string[] {
  return fields
    .filter(({ name, label, dataType }) => name.endsWith('__gc') && dataType === 'PICKLIST' && segmentWords.test(label))
    .map(({ name }) => name)
    .slice(0, 2)
}

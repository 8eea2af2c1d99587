import type { FieldType } from '@goalkeeper/filter/field'

const types: Record<string, FieldType> = {
  NUMBER: 'number',
  CURRENCY: 'number',
  PERCENTAGE: 'number',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'datetime',
  PICKLIST: 'picklist',
  MULTISELECTDROPDOWNLIST: 'multipicklist',
  RICHTEXTAREA: 'html',
  LOOKUP: 'gsid',
  GSID: 'gsid',
}

/** How a field of the tenant's data type (reference 6.2) is filtered and sorted; text for every type that is not known here. */
export function fieldTypeOf(dataType: string): FieldType {
  return types[dataType.toUpperCase()] ?? 'text'
}

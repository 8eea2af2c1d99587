import type { Field } from '@goalkeeper/contract/catalogue'
import type { FilterField } from '@goalkeeper/filter/field'

/** A field as the catalogue describes it, for tests that care only for what filters have to know of it. */
export const catalogueField = (field: FilterField): Field => ({
  ...field,
  group: 'standard',
  operators: [],
  options: [],
  sortable: true,
  editable: true,
  required: false,
  dataType: 'STRING',
  lookup: null,
  decimalPlaces: null,
  maxLength: null,
})

import type { Field } from '@goalkeeper/contract/catalogue'

/** A field for tests: a text of the goal that is called by its name and can be set, but for what is said otherwise. */
export const field = (name: string, over: Partial<Field> = {}): Field => ({
  name,
  label: name,
  type: 'text',
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
  ...over,
})

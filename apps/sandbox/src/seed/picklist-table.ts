import { field, type Picklist, type Row } from '../tenant/field.ts'
import { createTable, type Table } from '../tenant/table.ts'

/** Every item of every picklist as a record of `da_picklist` (reference 6.4). */
export function createPicklistTable(keyPrefix: string, picklists: readonly Picklist[]): Table {
  const rows = picklists.flatMap(({ name, items }) =>
    items.map((item): Row => ({
      Gsid: item.gsid,
      Name: item.name,
      Category: name,
      IsActive: item.active,
      Deleted: false,
      CtaType: null,
      SpType: null,
    })),
  )
  const fields = [
    field('Gsid', 'GSID', 'GSID', { editable: false }),
    field('Name', 'Name', 'STRING'),
    field('Category', 'Category', 'STRING'),
    field('IsActive', 'Is Active', 'BOOLEAN'),
    field('Deleted', 'Deleted', 'BOOLEAN'),
    field('CtaType', 'CTA Type', 'STRING'),
    field('SpType', 'Success Plan Type', 'STRING'),
  ]
  return createTable({
    name: 'da_picklist',
    label: 'DA Picklist',
    labelPlural: 'DA Picklists',
    keyPrefix,
    fields,
    rows,
  })
}

import { field, type Row } from '../tenant/field.ts'
import { createTable, type Table } from '../tenant/table.ts'
import { createGsid, createPrefix } from './gsid.ts'
import type { Random } from './random.ts'

const library = [
  ['Complete onboarding', 'Everything is set up and the first team works in the product.', 60],
  ['Reach first value', 'The first business result is measured and shared.', 90],
  ['Prepare the renewal', 'Results are reviewed with the sponsor before the renewal.', 120],
  ['Adopt a second module', null, null],
] as const

/** The Goals Library: name, description and days until due that a goal made from a template starts with (reference 2.7). */
export function createTemplates(random: Random): Table {
  const keyPrefix = createPrefix(random, '1CG1')
  const rows = library.map(([Name, description, days]): Row => ({
    Gsid: createGsid(random, keyPrefix),
    Name,
    Description: description && `<p>${description}</p>`,
    DueDate: days,
  }))
  const fields = [
    field('Gsid', 'GSID', 'GSID', { editable: false }),
    field('Name', 'Name', 'STRING', { required: true }),
    field('Description', 'Description', 'RICHTEXTAREA'),
    field('DueDate', 'Due Date', 'NUMBER'),
  ]
  return createTable({
    name: 'customer_goal_template',
    label: 'Customer Goal Template',
    labelPlural: 'Customer Goal Templates',
    keyPrefix,
    fields,
    rows,
  })
}

import { sql } from 'kysely'
import type { GoalTable } from './tables.ts'

/** Every column of `goal` with its SQL type: what a batch of rows is sent as, in one parameter. */
const columnTypes = {
  gsid: 'text',
  name: 'text',
  status_id: 'text',
  status_name: 'text',
  status_meaning: 'text',
  due_date: 'date',
  description: 'text',
  description_text: 'text',
  entity_type: 'text',
  company_id: 'text',
  company_name: 'text',
  relationship_id: 'text',
  relationship_name: 'text',
  opportunity_id: 'text',
  opportunity_name: 'text',
  goal_type_id: 'text',
  goal_category: 'text',
  currency_iso_code: 'text',
  created_by_id: 'text',
  created_by_name: 'text',
  created_date: 'bigint',
  modified_by_id: 'text',
  modified_by_name: 'text',
  modified_date: 'bigint',
  template_id: 'text',
  relationship_type_id: 'text',
  custom: 'jsonb',
  custom_text: 'jsonb',
  company: 'jsonb',
  cta_ids: 'text[]',
  sp_ids: 'text[]',
  linked: 'jsonb',
  linked_terms: 'text[]',
  hash: 'text',
} as const satisfies Record<keyof GoalTable, string>

const columns = Object.entries(columnTypes)
const list = (parts: string[]) => sql.raw(parts.join(', '))

/** The columns by name, as an insert lists them. */
export const columnNames = list(columns.map(([name]) => name))
/** The columns with their types, as `jsonb_to_recordset` wants them. */
export const columnDefinitions = list(columns.map(([name, type]) => `${name} ${type}`))
/** Every column but the key takes the value of the row that was to be inserted. */
export const columnsFromExcluded = list(
  columns.filter(([name]) => name !== 'gsid').map(([name]) => `${name} = excluded.${name}`),
)

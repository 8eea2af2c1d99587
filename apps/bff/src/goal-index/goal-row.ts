import { textOfHtml } from '@goalkeeper/filter/html-text'
import type { Selectable } from 'kysely'
import { customText } from './custom-text.ts'
import type { GoalRecord } from './goal-record.ts'
import type { FieldValues, GoalTable } from './tables.ts'

export type GoalRow = Selectable<GoalTable>

/** Fields of the tenant that have a column of their own. Every other one is in `custom`. */
const ownColumns = {
  Name: 'name',
  StatusId: 'status_id',
  DueDate: 'due_date',
  Description: 'description',
  EntityType: 'entity_type',
  CompanyId: 'company_id',
  RelationshipId: 'relationship_id',
  OpportunityId: 'opportunity_id',
  GoalTypeId: 'goal_type_id',
  GoalCategory: 'goal_category',
  CurrencyIsoCode: 'currency_iso_code',
  CreatedById: 'created_by_id',
  CreatedDate: 'created_date',
  ModifiedById: 'modified_by_id',
  ModifiedDate: 'modified_date',
  TemplateId: 'template_id',
  RelationshipTypeId: 'relationship_type_id',
} as const satisfies Record<string, keyof GoalTable>

const ownColumnList = Object.entries(ownColumns)

/** Columns that hold what the tenant says; the others hold what the catalogue knows about it. */
export type RecordColumns = Pick<
  GoalRow,
  | (typeof ownColumns)[keyof typeof ownColumns]
  | 'gsid'
  | 'description_text'
  | 'custom'
  | 'custom_text'
  | 'cta_ids'
  | 'sp_ids'
>

export function columnsOf({ gsid, fields, CTA, SP }: GoalRecord): RecordColumns {
  const own = Object.fromEntries(ownColumnList.map(([field, column]) => [column, fields[field] ?? null]))
  const custom = Object.fromEntries(
    Object.entries(fields).filter(([field]) => field !== 'Gsid' && !Object.hasOwn(ownColumns, field)),
  )
  const { Description } = fields
  return {
    // The keys are the columns of the table above, and readFields gave each value the type of its field.
    ...(own as Pick<GoalRow, (typeof ownColumns)[keyof typeof ownColumns]>),
    gsid,
    description_text: typeof Description === 'string' ? textOfHtml(Description) : null,
    custom,
    custom_text: customText(custom),
    cta_ids: CTA,
    sp_ids: SP,
  }
}

/** The columns of which a record is made again: what the tenant said, without what is derived from it. */
export const recordColumns = ['gsid', ...Object.values(ownColumns), 'custom', 'cta_ids', 'sp_ids'] as const

/** The record that a row was made of. */
export function recordOf(row: Pick<GoalRow, (typeof recordColumns)[number]>): GoalRecord {
  const fields: FieldValues = { Gsid: row.gsid, ...row.custom }
  for (const [field, column] of ownColumnList) {
    const value = row[column]
    if (value !== null) fields[field] = value
  }
  return { gsid: row.gsid, fields, CTA: row.cta_ids, SP: row.sp_ids }
}

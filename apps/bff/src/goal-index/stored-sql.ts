import type { FilterField } from '@goalkeeper/filter/field'
import { linkedField } from '@goalkeeper/filter/linked-fields'
import { type RawBuilder, sql } from 'kysely'
import type { GoalTable, GoalTurnTable } from './tables.ts'

/** Fields with a column of their own in `goal`. Every other one is in `custom`, or in `company` when it is the company's. */
const columns = new Map<string, keyof GoalTable>([
  ['Gsid', 'gsid'],
  ['Name', 'name'],
  ['StatusId', 'status_id'],
  ['StatusName', 'status_name'],
  ['StatusMeaning', 'status_meaning'],
  ['DueDate', 'due_date'],
  ['Description', 'description'],
  ['EntityType', 'entity_type'],
  ['CompanyId', 'company_id'],
  ['CompanyName', 'company_name'],
  ['RelationshipId', 'relationship_id'],
  ['RelationshipName', 'relationship_name'],
  ['OpportunityId', 'opportunity_id'],
  ['OpportunityName', 'opportunity_name'],
  ['GoalTypeId', 'goal_type_id'],
  ['GoalCategory', 'goal_category'],
  ['CurrencyIsoCode', 'currency_iso_code'],
  ['CreatedById', 'created_by_id'],
  ['CreatedByName', 'created_by_name'],
  ['CreatedDate', 'created_date'],
  ['ModifiedById', 'modified_by_id'],
  ['ModifiedByName', 'modified_by_name'],
  ['ModifiedDate', 'modified_date'],
  ['TemplateId', 'template_id'],
  ['RelationshipTypeId', 'relationship_type_id'],
  ['CTA', 'cta_ids'],
  ['SP', 'sp_ids'],
])

const counts = new Map([
  ['CTACount', sql<number>`cardinality(goal.cta_ids)`],
  ['SPCount', sql<number>`cardinality(goal.sp_ids)`],
])

/** The weeks in which something happened to a goal are rows of their own. */
const turns = new Map<string, GoalTurnTable['kind']>([
  ['MovedLaterWeek', 'later'],
  ['AchievedWeek', 'achieved'],
])

export const turnKindOf = ({ name }: FilterField): GoalTurnTable['kind'] | undefined => turns.get(name)

const companyPrefix = 'CompanyId__gr.'

/** Where a field's JSON value lies; its name is the tenant's, and is quoted as a literal so that it can also be grouped by. */
function jsonPlace(name: string) {
  if (linkedField(name)) return { document: sql`goal.linked`, key: sql.lit(name) }
  const isOfCompany = name.startsWith(companyPrefix)
  return {
    document: isOfCompany ? sql`goal.company` : sql`goal.custom`,
    key: sql.lit(isOfCompany ? name.slice(companyPrefix.length) : name),
  }
}

/** A stored field as its type has it: a null stands for empty, and so does a JSON value that is not of the type. */
export function storedSql(field: FilterField): RawBuilder<unknown> {
  const column = columns.get(field.name)
  if (column) return sql.ref(`goal.${column}`)
  const count = counts.get(field.name)
  if (count) return count
  const turn = turnKindOf(field)
  if (turn)
    return sql`(
      SELECT jsonb_agg(week ORDER BY week) FROM goal_turn
      WHERE goal_turn.gsid = goal.gsid AND goal_turn.kind = ${sql.lit(turn)}
    )`
  const { document, key } = jsonPlace(field.name)
  const json = sql`(${document}->${key})`
  const text = sql`(${document}->>${key})`
  if (isList(field)) return json
  switch (field.type) {
    case 'number':
    case 'datetime':
      return sql`case jsonb_typeof(${json}) when 'number' then ${json}::numeric when 'string' then ${numberIn(text)} end`
    case 'boolean':
      return sql`case ${text} when 'true' then true when 'false' then false end`
    case 'date':
      return sql`case when ${text} like '____-__-__' then ${text} end`
    default:
      return text
  }
}

/** Whether a field holds a JSON list of values. */
export const isList = ({ name, type }: FilterField): boolean =>
  type === 'multipicklist' || type === 'ids' || linkedField(name)?.isListed === true

/** A number that the tenant wrote as text, where it is one in plain decimals. */
const numberIn = (text: RawBuilder<unknown>) =>
  sql`case when ${text} ~ '^-?[0-9]{1,255}([.][0-9]{1,255})?$' then ${text}::numeric end`

/** The words of an HTML field. */
export function wordsSql(field: FilterField): RawBuilder<string | null> {
  if (field.name === 'Description') return sql`goal.description_text`
  const { document, key } = jsonPlace(field.name)
  return sql`coalesce(goal.custom_text->>${key}, ${document}->>${key})`
}

/** Whether a field is in lower case already: meanings are Goalkeeper's own words. */
export const isFolded = (field: FilterField): boolean => field.name === 'StatusMeaning'

/** Whether a field has a column that is a real date, a bigint and so on, rather than a value out of JSON. */
export const hasColumn = (field: FilterField): boolean => columns.has(field.name)

import { field, type Field } from '../tenant/field.ts'
import type { Picklists } from './picklists.ts'

/** The goal object: the fields that the documentation shows, and a custom field of every type. */
export function goalFields(picklists: Picklists): Field[] {
  const fixed = { editable: false }
  return [
    field('Gsid', 'GSID', 'GSID', fixed),
    field('Name', 'Name', 'STRING', { required: true }),
    field('StatusId', 'Status', 'PICKLIST', { picklist: picklists.goalStatus, editable: false, required: true }),
    field('DueDate', 'Due Date', 'DATE'),
    field('Description', 'Description', 'RICHTEXTAREA'),
    field('EntityType', 'Entity Type', 'STRING', { ...fixed, required: true }),
    field('CompanyId', 'Company', 'LOOKUP', { ...fixed, lookup: 'company', required: true }),
    field('RelationshipId', 'Relationship', 'LOOKUP', { ...fixed, lookup: 'relationship' }),
    field('OpportunityId', 'Opportunity', 'LOOKUP', { ...fixed, lookup: 'gs_opportunity' }),
    field('RelationshipTypeId', 'Relationship Type', 'LOOKUP', { ...fixed, lookup: 'relationship_type' }),
    field('TemplateId', 'Goal Template', 'LOOKUP', { ...fixed, lookup: 'customer_goal_template' }),
    field('GoalTypeId', 'Goal Type', 'PICKLIST', { ...fixed, picklist: picklists.goalType }),
    field('GoalCategory', 'Goal Category', 'STRING', fixed),
    field('CurrencyIsoCode', 'Currency', 'STRING', fixed),
    field('CreatedById', 'Created By', 'LOOKUP', { ...fixed, lookup: 'gsuser' }),
    field('CreatedDate', 'Created Date', 'DATETIME', fixed),
    field('ModifiedById', 'Modified By', 'LOOKUP', { ...fixed, lookup: 'gsuser' }),
    field('ModifiedDate', 'Modified Date', 'DATETIME', fixed),
    field('Outcome_Metric__gc', 'Outcome metric', 'STRING'),
    field('Target_Value__gc', 'Target value', 'NUMBER'),
    field('Executive_Commitment__gc', 'Executive commitment', 'BOOLEAN'),
    field('Kickoff_Date__gc', 'Kickoff date', 'DATE'),
    field('Last_Reviewed__gc', 'Last reviewed', 'DATETIME'),
    field('Expected_Value__gc', 'Expected value', 'CURRENCY'),
    field('Progress__gc', 'Progress', 'PERCENTAGE'),
    field('Customer_Contact__gc', 'Customer contact', 'EMAIL'),
    field('Business_Case__gc', 'Business case', 'URL'),
    field('Sponsor__gc', 'Sponsor', 'LOOKUP', { lookup: 'gsuser' }),
    field('Value_Driver__gc', 'Value driver', 'PICKLIST', { picklist: picklists.valueDriver }),
    field('Products__gc', 'Products', 'MULTISELECTDROPDOWNLIST', { picklist: picklists.products }),
    field('Success_Criteria__gc', 'Success criteria', 'RICHTEXTAREA'),
    field('External_Reference__gc', 'External reference', 'STRING'),
  ]
}

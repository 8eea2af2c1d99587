import type { Field } from '@goalkeeper/contract/catalogue'
import { entityTypes } from '@goalkeeper/gainsight/goal-write'

type StandardField = Pick<Field, 'name' | 'label' | 'dataType'> & Partial<Field>

/** The goal object as the samples and the glossary have it (reference 2.7); describe may know better labels. */
export const standardFields: StandardField[] = [
  { name: 'Name', label: 'Name', dataType: 'STRING', editable: true, required: true },
  { name: 'StatusId', label: 'Status id', dataType: 'GSID' },
  { name: 'DueDate', label: 'Due date', dataType: 'DATE', editable: true },
  { name: 'Description', label: 'Description', dataType: 'RICHTEXTAREA', editable: true },
  {
    name: 'EntityType',
    label: 'Entity type',
    dataType: 'PICKLIST',
    options: entityTypes.map((value) => ({ value, label: value, active: true })),
  },
  { name: 'CompanyId', label: 'Company id', dataType: 'LOOKUP', lookup: 'company' },
  { name: 'RelationshipId', label: 'Relationship id', dataType: 'LOOKUP', lookup: 'relationship' },
  { name: 'OpportunityId', label: 'Opportunity id', dataType: 'LOOKUP', lookup: 'opportunity' },
  { name: 'GoalTypeId', label: 'Goal type id', dataType: 'GSID' },
  { name: 'GoalCategory', label: 'Goal category', dataType: 'STRING' },
  { name: 'CurrencyIsoCode', label: 'Currency', dataType: 'STRING' },
  { name: 'CreatedById', label: 'Created by id', dataType: 'LOOKUP', lookup: 'user' },
  { name: 'CreatedDate', label: 'Created', dataType: 'DATETIME' },
  { name: 'ModifiedById', label: 'Changed by id', dataType: 'LOOKUP', lookup: 'user' },
  { name: 'ModifiedDate', label: 'Changed', dataType: 'DATETIME' },
  { name: 'TemplateId', label: 'Template', dataType: 'LOOKUP', lookup: 'template' },
  { name: 'RelationshipTypeId', label: 'Relationship type', dataType: 'LOOKUP', lookup: 'relationshipType' },
  { name: 'Gsid', label: 'Gsid', dataType: 'GSID' },
]

/** Fields that every fetch asks for, unless the tenant refuses some. */
export const standardGoalFields: readonly string[] = standardFields.map(({ name }) => name)

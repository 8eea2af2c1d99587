import * as texts from '@goalkeeper/texts/server/fields'
import * as common from '@goalkeeper/texts/server/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import { entityTypes } from '@goalkeeper/gainsight/goal-parts'

type StandardField = Pick<Field, 'name' | 'label' | 'dataType'> & Partial<Field>

/** The goal object as the samples and the glossary have it (reference 2.7); describe may know better labels. */
export const standardFields: StandardField[] = [
  { name: 'Name', label: texts.name, dataType: 'STRING', editable: true, required: true },
  { name: 'StatusId', label: texts.statusId, dataType: 'GSID' },
  { name: 'DueDate', label: common.dueDate, dataType: 'DATE', editable: true },
  { name: 'Description', label: texts.description, dataType: 'RICHTEXTAREA', editable: true },
  {
    name: 'EntityType',
    label: texts.entityType,
    dataType: 'PICKLIST',
    options: entityTypes.map((value) => ({ value, label: value, active: true })),
  },
  { name: 'CompanyId', label: texts.companyId, dataType: 'LOOKUP', lookup: 'company' },
  { name: 'RelationshipId', label: texts.relationshipId, dataType: 'LOOKUP', lookup: 'relationship' },
  { name: 'OpportunityId', label: texts.opportunityId, dataType: 'LOOKUP', lookup: 'opportunity' },
  { name: 'GoalTypeId', label: texts.goalTypeId, dataType: 'GSID' },
  { name: 'GoalCategory', label: texts.goalCategory, dataType: 'STRING' },
  { name: 'CurrencyIsoCode', label: texts.currency, dataType: 'STRING' },
  { name: 'CreatedById', label: texts.createdById, dataType: 'LOOKUP', lookup: 'user' },
  { name: 'CreatedDate', label: texts.created, dataType: 'DATETIME' },
  { name: 'ModifiedById', label: texts.changedById, dataType: 'LOOKUP', lookup: 'user' },
  { name: 'ModifiedDate', label: texts.changed, dataType: 'DATETIME' },
  { name: 'TemplateId', label: texts.template, dataType: 'LOOKUP', lookup: 'template' },
  { name: 'RelationshipTypeId', label: texts.relationshipType, dataType: 'LOOKUP', lookup: 'relationshipType' },
  { name: 'Gsid', label: common.gsid, dataType: 'GSID' },
]

/** Fields that every fetch asks for, unless the tenant refuses some. */
export const standardGoalFields: readonly string[] = standardFields.map(({ name }) => name)

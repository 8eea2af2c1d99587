import type { Call } from '../call.ts'
import { isCustom, type Field, type Picklist } from '../tenant/field.ts'
import type { Table } from '../tenant/table.ts'
import { findTable } from '../tenant/tenant.ts'

/** A field as describe tells it, its picklist in the form recorded from a live tenant (reference 6.2). */
export function describeField(call: Call, table: Table, field: Field, withOptions: boolean) {
  const { tenant, switches } = call
  const isGoalStatus = field.picklist === tenant.goalStatuses
  const tellsOptions = withOptions && !(isGoalStatus && switches.absent.includes('status-options'))
  const tellsCategory = !(isGoalStatus && switches.absent.includes('status-category'))
  return {
    fieldName: field.name,
    label: field.label,
    dataType: field.type,
    objectName: table.name,
    ...(field.picklist && { options: tellsOptions ? optionsOf(field.picklist) : [] }),
    meta: {
      properties: {
        sourceType: isCustom(field.name) ? 'CUSTOM' : 'STANDARD',
        inlineEditable: field.editable,
        massEditable: field.editable,
        PICKLIST_CATEGORY: tellsCategory ? (field.picklist?.name ?? null) : null,
        PICKLIST_CATEGORY_ID: tellsCategory ? (field.picklist?.gsid ?? null) : null,
        autoSuggestDetails: null,
      },
      filterable: true,
      sortable: true,
      groupable: field.type !== 'RICHTEXTAREA',
      createable: field.editable,
      updateable: field.editable,
      formulaField: false,
      hasLookup: field.type === 'LOOKUP',
      required: field.required,
      richText: field.type === 'RICHTEXTAREA',
      nillable: !field.required,
      readOnly: !field.editable,
      dependentPicklist: false,
      fieldGroupType: isCustom(field.name) ? 'CUSTOM' : 'STANDARD',
      selfLookup: false,
      indexed: field.type === 'GSID',
      decimalPlaces: decimalPlaces[field.type] ?? 0,
      length: lengths[field.type] ?? 0,
      hidden: false,
      nameField: field.name === 'Name',
      description: '',
      aggregatable: false,
      ...(field.lookup !== undefined && { lookupDetail: lookupDetail(call, field.lookup) }),
    },
  }
}

const decimalPlaces: Partial<Record<Field['type'], number>> = { NUMBER: 2, CURRENCY: 2, PERCENTAGE: 2 }
const lengths: Partial<Record<Field['type'], number>> = {
  STRING: 255,
  EMAIL: 255,
  URL: 1000,
  RICHTEXTAREA: 131_072,
  GSID: 36,
  LOOKUP: 36,
}

function optionsOf(picklist: Picklist) {
  return picklist.items.map((item) => ({
    active: item.active,
    defaultValue: item.isDefault,
    label: item.name,
    value: item.gsid,
    displayOrder: item.order,
    group: picklist.name,
    groupId: picklist.gsid,
    color: item.color,
    systemName: item.name.toUpperCase().replace(/\W+/g, '_'),
    description: null,
    validFor: null,
    controllerValues: null,
  }))
}

function lookupDetail({ tenant }: Call, objectName: string) {
  const label = findTable(tenant, objectName)?.label ?? objectName
  return { lookupName: `${objectName}_lookup`, fieldName: 'Gsid', lookupObjects: [{ objectName, label }] }
}

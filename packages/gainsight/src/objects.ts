import { z } from 'zod'
import { knownItemsOf } from './rows.ts'
import { namedConditionSchema, orderBySchema, selectSchema, whereSchema } from './where.ts'

/** `POST /v1/data/objects/query/:object`: at most 5,000 rows, by `limit` and `offset` (reference 5.1). */
export const queryObjectRequestSchema = z.strictObject({
  select: selectSchema,
  where: whereSchema(namedConditionSchema).exactOptional(),
  orderBy: orderBySchema.exactOptional(),
  limit: z.int().min(1).max(5000),
  offset: z.int().min(0),
})
export type QueryObjectRequest = z.infer<typeof queryObjectRequestSchema>

const maybeText = z.string().nullish().catch(null)
const maybeNumber = z.number().nullish().catch(null)
const maybeFlag = z.boolean().nullish().catch(null)

/** An object of the tenant as its list names it (reference 6.1). */
export const tenantObjectSchema = z.looseObject({
  objectName: z.string(),
  label: maybeText,
  /** STANDARD, CUSTOM or SYSTEM. */
  objectType: maybeText,
  /** The first half of the Gsids of its records. */
  keyPrefix: maybeText,
})
export type TenantObject = z.infer<typeof tenantObjectSchema>

/** `GET /v1/meta/services/objects/list` (reference 6.1). */
export const listObjectsReplySchema = knownItemsOf(tenantObjectSchema)

/** An item of a picklist field; `value` is its Gsid (reference 6.2). */
export const tenantOptionSchema = z.looseObject({
  value: z.string(),
  label: z.string(),
  active: maybeFlag,
  displayOrder: maybeNumber,
  color: maybeText,
})
export type TenantOption = z.infer<typeof tenantOptionSchema>

const fieldMetaSchema = z.looseObject({
  properties: z.looseObject({ PICKLIST_CATEGORY_ID: maybeText }).nullish().catch(null),
  filterable: maybeFlag,
  sortable: maybeFlag,
  createable: maybeFlag,
  updateable: maybeFlag,
  required: maybeFlag,
  readOnly: maybeFlag,
  hidden: maybeFlag,
  richText: maybeFlag,
  decimalPlaces: maybeNumber,
  length: maybeNumber,
  /** STANDARD, CUSTOM or SYSTEM. */
  fieldGroupType: maybeText,
  lookupDetail: z
    .looseObject({
      lookupObjects: knownItemsOf(z.looseObject({ objectName: z.string(), label: maybeText })).optional(),
    })
    .nullish()
    .catch(null),
})

/** A field of an object (reference 6.2). */
export const tenantFieldSchema = z.looseObject({
  fieldName: z.string(),
  label: maybeText,
  /** STRING, NUMBER, BOOLEAN, DATE, DATETIME, CURRENCY, PERCENTAGE, EMAIL, URL, LOOKUP, GSID, PICKLIST, MULTISELECTDROPDOWNLIST, RICHTEXTAREA, … */
  dataType: maybeText,
  options: knownItemsOf(tenantOptionSchema).optional(),
  meta: fieldMetaSchema.nullish().catch(null),
})
export type TenantField = z.infer<typeof tenantFieldSchema>

const describedObjectSchema = tenantObjectSchema.extend({ fields: knownItemsOf(tenantFieldSchema) })
export type DescribedObject = z.infer<typeof describedObjectSchema>

/** The description of objects, each with its fields (reference 6.2). A bare object comes out as a list of one. */
export const describeReplySchema = z.union([
  describedObjectSchema.transform((described) => [described]),
  knownItemsOf(describedObjectSchema),
])

/** `GET /v1/api/describe/MDA/:object`, seen in older clients: objects by their name; comes out as the newer list (reference 6.2). */
export const describeLegacyReplySchema = z
  .record(z.string(), describedObjectSchema.partial({ objectName: true }))
  .transform((data) =>
    Object.entries(data).map(([name, described]): DescribedObject => ({
      ...described,
      objectName: described.objectName ?? name,
    })),
  )

const flag = z.enum(['true', 'false'])
/** `POST /v1/meta/services/objects/describe`: several objects at once; its flags are texts (reference 6.2). */
export const describeObjectsRequestSchema = z.strictObject({
  objectNames: z.array(z.string().min(1)).min(1).max(25),
  includeChilds: flag,
  childLevels: z.literal('0'),
  populatePickListOptions: flag,
  useCollectionId: flag,
  removeDeleted: flag,
  removeHidden: flag,
  host: z.literal('MDA'),
  sortFieldsByLabel: flag,
  populateFieldId: flag,
  honorUserContext: flag,
  honorCustomLookup: flag,
  populateAutoSuggestDetails: flag,
  externalContext: flag,
})
export type DescribeObjectsRequest = z.infer<typeof describeObjectsRequestSchema>

/** The body that describes objects with the items of their picklists, without deleted and hidden fields. */
export function describeObjectsBody(objectNames: string[]): DescribeObjectsRequest {
  return {
    objectNames,
    includeChilds: 'false',
    childLevels: '0',
    populatePickListOptions: 'true',
    useCollectionId: 'false',
    removeDeleted: 'true',
    removeHidden: 'true',
    host: 'MDA',
    sortFieldsByLabel: 'false',
    populateFieldId: 'false',
    honorUserContext: 'false',
    honorCustomLookup: 'false',
    populateAutoSuggestDetails: 'false',
    externalContext: 'false',
  }
}

const dropdownItemSchema = z.looseObject({
  gsid: z.string(),
  name: z.string(),
  active: maybeFlag,
  deleted: maybeFlag,
  displayOrder: maybeNumber,
  color: maybeText,
})

/** `GET /v1/meta/services/dropdowns/:categoryId`: a picklist category and its items (reference 6.3). */
export const readDropdownReplySchema = z.looseObject({
  categoryDetails: z.looseObject({ name: maybeText, gsid: maybeText }).nullish().catch(null),
  childItems: knownItemsOf(dropdownItemSchema),
})

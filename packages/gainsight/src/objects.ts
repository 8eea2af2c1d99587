import { z } from 'zod'
import { listOf, rowSchema } from './rows.ts'
import { namedConditionSchema, orderBySchema, selectSchema, whereSchema } from './where.ts'

/** `POST /v1/data/objects/query/:object`: at most 5,000 rows by `limit` and `offset` (reference 5.1). */
export const queryObjectRequestSchema = z.strictObject({
  select: selectSchema,
  where: whereSchema(namedConditionSchema).exactOptional(),
  orderBy: orderBySchema.exactOptional(),
  limit: z.int().min(1).max(5000),
  offset: z.int().min(0),
})
export type QueryObjectRequest = z.infer<typeof queryObjectRequestSchema>

const maybeText = z.string().nullish()
const maybeFlag = z.boolean().nullish()

/** An object of the tenant, as its list and its description name it (reference 6.1, 6.2). */
const objectNameSchema = z.looseObject({
  objectName: z.string(),
  label: maybeText,
  objectType: maybeText,
  /** The first 18 characters of the Gsids of its records. */
  keyPrefix: maybeText,
})
export type TenantObject = z.infer<typeof objectNameSchema>

export const listObjectsReplySchema = listOf(objectNameSchema)

/** An item of a picklist field; `value` is its Gsid. */
export const fieldOptionSchema = z.looseObject({
  value: z.string(),
  label: z.string(),
  active: maybeFlag,
  displayOrder: z.number().nullish(),
  color: maybeText,
  systemName: maybeText,
})
export type TenantFieldOption = z.infer<typeof fieldOptionSchema>

export const tenantFieldSchema = z.looseObject({
  fieldName: z.string(),
  label: maybeText,
  /** STRING, NUMBER, BOOLEAN, DATE, DATETIME, CURRENCY, PERCENTAGE, EMAIL, URL, LOOKUP, GSID, PICKLIST, MULTISELECTDROPDOWNLIST, RICHTEXTAREA, … */
  dataType: maybeText,
  options: z.array(fieldOptionSchema).nullish(),
  meta: z
    .looseObject({
      properties: z.looseObject({ PICKLIST_CATEGORY_ID: maybeText }).nullish(),
      filterable: maybeFlag,
      sortable: maybeFlag,
      createable: maybeFlag,
      updateable: maybeFlag,
      required: maybeFlag,
      readOnly: maybeFlag,
      hidden: maybeFlag,
      richText: maybeFlag,
      decimalPlaces: z.number().nullish(),
      length: z.number().nullish(),
      /** STANDARD, CUSTOM or SYSTEM. */
      fieldGroupType: maybeText,
      lookupDetail: z
        .looseObject({ lookupObjects: z.array(z.looseObject({ objectName: z.string(), label: maybeText })).nullish() })
        .nullish(),
    })
    .nullish(),
})
export type TenantField = z.infer<typeof tenantFieldSchema>

const describedObjectSchema = objectNameSchema.extend({
  labelPlural: maybeText,
  fields: z
    .array(tenantFieldSchema)
    .nullish()
    .transform((fields) => fields ?? []),
})
export type DescribedObject = z.infer<typeof describedObjectSchema>

/** One object described, which comes as an array of one or bare; comes out as an array. */
export const describeReplySchema = z.union([
  listOf(describedObjectSchema),
  describedObjectSchema.transform((described) => [described]),
])

/** The older describe call answers `{<object>: {fields}}`, here made the array that the newer ones give (reference 6.2). */
export const describeLegacyReplySchema = z
  .record(z.string(), describedObjectSchema.partial({ objectName: true }))
  .transform((data): DescribedObject[] =>
    Object.entries(data).map(([name, described]) => ({ ...described, objectName: described.objectName ?? name })),
  )

const flag = z.enum(['true', 'false'])
/** `POST /v1/meta/services/objects/describe`: several objects at once; its flags are texts (reference 6.2). */
export const describeObjectsRequestSchema = z.strictObject({
  objectNames: z.array(z.string().min(1)).min(1).max(25),
  includeChilds: flag,
  childLevels: z.string().regex(/^\d$/),
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

/** The body that describes objects with their picklists, as the documented sample has it, deleted and hidden fields left out. */
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

/** `GET /v1/meta/services/dropdowns/:categoryId` (reference 6.3). */
export const readDropdownReplySchema = z.looseObject({
  categoryDetails: rowSchema.nullish(),
  childItems: z
    .array(
      z.looseObject({
        gsid: z.string(),
        name: z.string(),
        active: maybeFlag,
        deleted: maybeFlag,
        displayOrder: z.number().nullish(),
        color: maybeText,
      }),
    )
    .nullish()
    .transform((items) => items ?? []),
})

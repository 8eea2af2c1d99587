import * as texts from '@goalkeeper/texts/gainsight'
import { z } from 'zod'
import { calendarDateSchema } from './dates.ts'
import { gsidSchema } from './gsid.ts'
import { lookupByGsid, lookupsSchema, type Lookups } from './lookup.ts'

export const entityTypes = ['COMPANY', 'RELATIONSHIP', 'OPPORTUNITY'] as const
export type EntityType = (typeof entityTypes)[number]

/** Where a goal of each kind hangs: the field that holds its parent's Gsid, and the input that a lookup resolves to it. */
export const parentFields = {
  COMPANY: { id: 'CompanyId', name: 'CompanyName' },
  RELATIONSHIP: { id: 'RelationshipId', name: 'RelationshipName' },
  OPPORTUNITY: { id: 'OpportunityId', name: 'OpportunityName' },
} as const satisfies Record<EntityType, { id: string; name: string }>

const text = z.string().max(131_072)
/** What a custom field (`…__gc`) takes; null empties it. */
export const customValueSchema = z.union([
  text,
  z.number(),
  z.boolean(),
  z.array(z.union([text, z.number()])).max(500),
  z.null(),
])
export type CustomValue = z.infer<typeof customValueSchema>
type CustomFields = { [field: `${string}__gc`]: CustomValue }
const isCustomField = (key: string) => /^\w+__gc$/.test(key)

const words = (field: string, max: number) => z.string().max(max).regex(/\S/, texts.mustNotBeEmpty(field))
const name = words('Name', 1000)
const statusName = words('StatusName', 200)
const description = z.string().max(500_000)

const linkedIds = (kind: 'CTA' | 'SP') =>
  z.array(gsidSchema).min(1, texts.mustNotBeAnEmptyList(kind)).max(500).exactOptional()
const linksSchema = (block: 'association' | 'dissociation') =>
  z
    .strictObject({ CTA: linkedIds('CTA'), SP: linkedIds('SP') })
    .refine((links) => links.CTA ?? links.SP, texts.mustNameCtasOrSuccessPlans(block))
    .exactOptional()
/** Gsids of CTAs and of success plans. */
export type Links = { CTA?: string[]; SP?: string[] }

const exactlyOne = <Request extends z.ZodType>(request: Request) =>
  z.array(request).length(1, texts.requestsMustHoldExactlyOneGoal)

const updateRecordSchema = z
  .object({
    Gsid: gsidSchema,
    Name: name.exactOptional(),
    StatusName: statusName.exactOptional(),
    /** '' and null ask to clear it. Whether the tenant does so is not documented. */
    DueDate: z.union([calendarDateSchema, z.literal(''), z.null()]).exactOptional(),
    Description: description.nullable().exactOptional(),
  })
  .catchall(customValueSchema)
/** What an update changes; what is left out stays as it is. */
export type GoalEdit = {
  Name?: string
  StatusName?: string
  DueDate?: string | null
  Description?: string | null
} & CustomFields

const updateSchema = z
  .strictObject({
    record: updateRecordSchema,
    association: linksSchema('association'),
    dissociation: linksSchema('dissociation'),
  })
  .superRefine(({ record, association, dissociation }, context) => {
    const refuse = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', path, message })
    for (const key of Object.keys(record)) {
      if (Object.hasOwn(updateRecordSchema.shape, key) || isCustomField(key)) continue
      refuse(texts.cannotBeSetInAnUpdate(key), 'record', key)
    }
    for (const kind of ['CTA', 'SP'] as const) {
      const both = association?.[kind]?.find((gsid) => dissociation?.[kind]?.includes(gsid))
      if (both) refuse(texts.standsInAssociationAndIn(kind, both), 'association', kind)
    }
    const isEmpty = Object.keys(record).length === 1 && !association && !dissociation
    if (isEmpty) refuse(texts.theUpdateChangesNothing, 'record')
  })

/** `PUT …/update`: one goal, only what changes (customer-goals-api.txt, "Update Customer Goals"). */
export const updateGoalRequestSchema = z.strictObject({ requests: exactlyOne(updateSchema) })
export type UpdateGoalRequest = z.infer<typeof updateGoalRequestSchema>

const createRecordSchema = z
  .object({
    Name: name,
    StatusName: statusName,
    EntityType: z.enum(entityTypes),
    DueDate: calendarDateSchema.exactOptional(),
    Description: description.exactOptional(),
    TemplateId: words('TemplateId', 200).exactOptional(),
    RelationshipTypeId: words('RelationshipTypeId', 200).exactOptional(),
    CompanyId: gsidSchema.exactOptional(),
    RelationshipId: gsidSchema.exactOptional(),
    OpportunityId: gsidSchema.exactOptional(),
  })
  .catchall(customValueSchema)
/** What a create sets beside the parent. */
export type NewGoal = {
  Name: string
  StatusName: string
  DueDate?: string
  Description?: string
  TemplateId?: string
  RelationshipTypeId?: string
} & CustomFields

/**
 * `POST …/create`: one goal (customer-goals-api.txt, "Create Customer Goals"). Its parent is named by Gsid, or by an
 * input such as CompanyName that one of the lookups resolves.
 */
export const createGoalRequestSchema = z
  .strictObject({
    requests: exactlyOne(z.strictObject({ record: createRecordSchema, association: linksSchema('association') })),
    lookups: lookupsSchema.exactOptional(),
  })
  .superRefine(({ requests, lookups = {} }, context) => {
    const record = requests[0]?.record
    if (!record) return
    const refuse = (message: string, field: string) =>
      context.addIssue({ code: 'custom', path: ['requests', 0, 'record', field], message })
    const inputs = Object.values(lookups).flatMap((lookup) => Object.keys(lookup.fields))
    const names = Object.values(parentFields).map((parent): string => parent.name)
    for (const key of Object.keys(record)) {
      if (Object.hasOwn(createRecordSchema.shape, key) || isCustomField(key) || inputs.includes(key)) continue
      refuse(names.includes(key) ? texts.needsALookupThatResolvesIt(key) : texts.cannotBeSetInACreate(key), key)
    }
    for (const input of inputs) {
      if (!Object.hasOwn(record, input)) refuse(texts.isMissingALookupSearchesBy(input), input)
    }
    const parent = parentFields[record.EntityType]
    const hasParent =
      [parent.id, parent.name].some((key) => Object.hasOwn(record, key)) || Object.hasOwn(lookups, parent.id)
    if (!hasParent) refuse(texts.aGoalNeedsOrWithA(record.EntityType, parent.id, parent.name), parent.id)
  })
export type CreateGoalRequest = z.infer<typeof createGoalRequestSchema>

/** The parent of a new goal, sent as its Gsid or, to a tenant that does not take one, found by a lookup on its Gsid. */
export type GoalParent = { entityType: EntityType; gsid: string } & (
  | { sentAs: 'id' }
  | { sentAs: 'lookup'; objectName: string }
)

/** The body of an update. Empty lists and blocks are left out, because the tenant refuses them (8001, 8002). */
export function updateGoalBody(update: {
  gsid: string
  record?: GoalEdit
  link?: Links
  unlink?: Links
}): UpdateGoalRequest {
  const record = { Gsid: update.gsid, ...update.record }
  return { requests: [{ record, ...block('association', update.link), ...block('dissociation', update.unlink) }] }
}

/** The body of a create. Empty lists and blocks are left out, because the tenant refuses them (8001, 8002). */
export function createGoalBody(goal: { parent: GoalParent; record: NewGoal; link?: Links }): CreateGoalRequest {
  const { entityType, gsid, ...how } = goal.parent
  const field = parentFields[entityType]
  const record = { ...goal.record, EntityType: entityType, [how.sentAs === 'id' ? field.id : field.name]: gsid }
  const requests = [{ record, ...block('association', goal.link) }]
  if (how.sentAs === 'id') return { requests }
  const lookups: Lookups = { [field.id]: lookupByGsid({ input: field.name, objectName: how.objectName }) }
  return { requests, lookups }
}

function block<Name extends string>(name: Name, { CTA = [], SP = [] }: Links = {}): { [Block in Name]?: Links } {
  if (CTA.length + SP.length === 0) return {}
  const links: Links = { ...(CTA.length > 0 && { CTA }), ...(SP.length > 0 && { SP }) }
  return { [name]: links } as { [Block in Name]?: Links }
}

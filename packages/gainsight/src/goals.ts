import { z } from 'zod'
import { calendarDateSchema } from './dates.ts'
import { gsidSchema } from './gsid.ts'
import { lookupByGsid, lookupsSchema, type Lookups } from './lookup.ts'
import { readText, rowSchema } from './rows.ts'
import { conditionSchema, pageSchema, selectSchema, whereSchema } from './where.ts'

export const entityTypes = ['COMPANY', 'RELATIONSHIP', 'OPPORTUNITY'] as const
export type EntityType = (typeof entityTypes)[number]

/** Where a goal of each kind hangs: the field that holds its parent's Gsid, and the input that a lookup resolves. */
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

const words = (field: string, max: number) => z.string().max(max).regex(/\S/, `${field} must not be empty.`)
const written = {
  Name: words('Name', 1000),
  StatusName: words('StatusName', 200),
  DueDate: calendarDateSchema,
  Description: z.string().max(500_000),
}

const linkedIds = (kind: 'CTA' | 'SP') =>
  z.array(gsidSchema).min(1, `${kind} must not be an empty list: leave it out.`).max(500).exactOptional()
const linksSchema = (block: 'association' | 'dissociation') =>
  z
    .strictObject({ CTA: linkedIds('CTA'), SP: linkedIds('SP') })
    .refine((links) => links.CTA ?? links.SP, `${block} must name CTAs or success plans, or be left out.`)
    .exactOptional()
/** Gsids of CTAs and of success plans. */
export type Links = { CTA?: string[]; SP?: string[] }

const exactlyOne = <Request extends z.ZodType>(request: Request) =>
  z.array(request).length(1, 'requests must hold exactly one goal: Gainsight takes one in a call.')

const updateRecordSchema = z
  .object({
    Gsid: gsidSchema,
    Name: written.Name.exactOptional(),
    StatusName: written.StatusName.exactOptional(),
    /** '' and null ask to clear it. Whether the tenant does so is not documented. */
    DueDate: z.union([written.DueDate, z.literal(''), z.null()]).exactOptional(),
    Description: written.Description.nullable().exactOptional(),
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
      if (!(key in updateRecordSchema.shape || isCustomField(key)))
        refuse(`${key} cannot be set in an update.`, 'record', key)
    }
    for (const kind of ['CTA', 'SP'] as const) {
      const both = association?.[kind]?.find((gsid) => dissociation?.[kind]?.includes(gsid))
      if (both) refuse(`${kind} ${both} stands in association and in dissociation.`, 'association', kind)
    }
    if (Object.keys(record).length === 1 && !association && !dissociation) refuse('The update changes nothing.')
  })

/** `PUT …/update`: one goal, only what changes (customer-goals-api.txt, "Update Customer Goals"). */
export const updateGoalRequestSchema = z.strictObject({ requests: exactlyOne(updateSchema) })
export type UpdateGoalRequest = z.infer<typeof updateGoalRequestSchema>

const createSchema = z.strictObject({
  record: z
    .object({
      Name: written.Name,
      StatusName: written.StatusName,
      EntityType: z.enum(entityTypes),
      DueDate: written.DueDate.exactOptional(),
      Description: written.Description.exactOptional(),
      TemplateId: gsidSchema.exactOptional(),
      RelationshipTypeId: gsidSchema.exactOptional(),
      CompanyId: gsidSchema.exactOptional(),
      RelationshipId: gsidSchema.exactOptional(),
      OpportunityId: gsidSchema.exactOptional(),
    })
    .catchall(customValueSchema),
  association: linksSchema('association'),
})
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
  .strictObject({ requests: exactlyOne(createSchema), lookups: lookupsSchema.exactOptional() })
  .superRefine(({ requests, lookups = {} }, context) => {
    const record = requests[0]?.record
    if (!record) return
    const refuse = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', path, message })
    const inputs = Object.values(lookups).flatMap((lookup) => Object.keys(lookup.fields))
    const known = [...Object.keys(createSchema.shape.record.shape), ...inputs]
    for (const key of Object.keys(record)) {
      if (known.includes(key) || isCustomField(key)) continue
      const isName = Object.values(parentFields).some((parent) => parent.name === key)
      refuse(
        isName ? `${key} needs a lookup that resolves it.` : `${key} cannot be set in a create.`,
        'requests',
        0,
        'record',
        key,
      )
    }
    const unused = inputs.find((input) => !(input in record))
    if (unused) refuse(`The lookup on ${unused} finds no such field in the record.`, 'lookups')
    const parent = parentFields[record.EntityType]
    if (!(parent.id in record || parent.name in record || parent.id in lookups)) {
      const fault = `A goal of entity type ${record.EntityType} needs ${parent.id}, or ${parent.name} with a lookup.`
      refuse(fault, 'requests', 0, 'record', parent.id)
    }
  })
export type CreateGoalRequest = z.infer<typeof createGoalRequestSchema>

/** The parent of a new goal: sent as its Gsid, or, for a tenant that does not take one, found by a lookup on its Gsid. */
export type GoalParent = { entityType: EntityType; gsid: string } & (
  | { sentAs: 'id' }
  | { sentAs: 'lookup'; objectName: string }
)

/** The body of an update. Empty lists and blocks are left out, because the tenant refuses them. */
export function updateGoalBody(update: {
  gsid: string
  record?: GoalEdit
  link?: Links
  unlink?: Links
}): UpdateGoalRequest {
  const association = filled(update.link)
  const dissociation = filled(update.unlink)
  return {
    requests: [
      {
        record: { ...update.record, Gsid: update.gsid },
        ...(association && { association }),
        ...(dissociation && { dissociation }),
      },
    ],
  }
}

/** The body of a create. Empty lists and blocks are left out, because the tenant refuses them. */
export function createGoalBody(goal: { parent: GoalParent; record: NewGoal; link?: Links }): CreateGoalRequest {
  const { parent } = goal
  const field = parentFields[parent.entityType]
  const association = filled(goal.link)
  const lookups: Lookups | null =
    parent.sentAs === 'lookup'
      ? { [field.id]: lookupByGsid({ input: field.name, objectName: parent.objectName }) }
      : null
  return {
    requests: [
      {
        record: {
          ...goal.record,
          EntityType: parent.entityType,
          [parent.sentAs === 'id' ? field.id : field.name]: parent.gsid,
        },
        ...(association && { association }),
      },
    ],
    ...(lookups && { lookups }),
  }
}

function filled({ CTA = [], SP = [] }: Links = {}): Links | null {
  if (CTA.length + SP.length === 0) return null
  return { ...(CTA.length > 0 && { CTA }), ...(SP.length > 0 && { SP }) }
}

/** `POST …/fetch` (customer-goals-api.txt, "Fetch Customer Goals"). No sort, no total: a page shorter than its size is the last. */
export const fetchGoalsRequestSchema = z.strictObject({
  select: selectSchema,
  where: whereSchema(conditionSchema).exactOptional(),
  ...pageSchema,
})
export type FetchGoalsRequest = z.infer<typeof fetchGoalsRequestSchema>

const maybeText = z.string().nullish()
const maybeInstant = z.union([z.number(), z.string()]).nullish()

/** A goal as the tenant tells it: any key may be missing (empty fields are left out), and others may be there. */
export const goalRecordSchema = z.looseObject({
  Gsid: maybeText,
  Name: maybeText,
  StatusId: maybeText,
  DueDate: maybeText,
  Description: maybeText,
  EntityType: maybeText,
  CompanyId: maybeText,
  RelationshipId: maybeText,
  OpportunityId: maybeText,
  CreatedById: maybeText,
  CreatedDate: maybeInstant,
  ModifiedById: maybeText,
  ModifiedDate: maybeInstant,
})
export type GoalRecord = z.infer<typeof goalRecordSchema>

/** Create says `goal`, with its Gsid; associations are not echoed. */
export const createGoalReplySchema = z.looseObject({ goal: goalRecordSchema.extend({ Gsid: z.string() }) })
/** Update says `record`, with what changed and the status only as StatusId. */
export const updateGoalReplySchema = z.looseObject({ record: goalRecordSchema.nullish() })

const associated = z.array(z.union([z.string(), rowSchema.refine((row) => readText(row, 'Gsid'))])).nullish()
const goalEntrySchema = z.looseObject({
  /** One record, despite its name. */
  dataList: goalRecordSchema,
  associatedCTAs: associated,
  associatedSPs: associated,
})
export type GoalEntry = z.infer<typeof goalEntrySchema>
export const fetchGoalsReplySchema = z
  .looseObject({ recordList: z.array(goalEntrySchema).nullish() })
  .nullable()
  .transform((data) => ({ recordList: data?.recordList ?? [] }))

/** The Gsids associated with a fetched goal, whether the tenant lists them as texts or as objects. */
export function associatedIds(entry: Pick<GoalEntry, 'associatedCTAs' | 'associatedSPs'>): {
  CTA: string[]
  SP: string[]
} {
  return { CTA: gsidsIn(entry.associatedCTAs), SP: gsidsIn(entry.associatedSPs) }
}

function gsidsIn(items: GoalEntry['associatedCTAs']): string[] {
  const gsids = (items ?? []).map((item) => (typeof item === 'string' ? item : readText(item, 'Gsid')))
  return [...new Set(gsids.filter((gsid) => gsid !== null))]
}

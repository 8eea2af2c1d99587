import * as texts from '@goalkeeper/texts/gainsight'
import { z } from 'zod'
import { calendarDateSchema } from './dates.ts'
import {
  block,
  customValueSchema,
  description,
  entityTypes,
  exactlyOne,
  isCustomField,
  linksSchema,
  name,
  parentFields,
  statusName,
  words,
  type CustomFields,
  type EntityType,
  type Links,
} from './goal-parts.ts'
import { gsidSchema } from './gsid.ts'
import { lookupByGsid, lookupsSchema, type Lookups } from './lookup.ts'

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

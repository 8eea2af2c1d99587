import * as texts from '@goalkeeper/texts/gainsight'
import { z } from 'zod'
import { calendarDateSchema } from './dates.ts'
import { gsidSchema } from './gsid.ts'

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
export type CustomFields = { [field: `${string}__gc`]: CustomValue }
export const isCustomField = (key: string) => /^\w+__gc$/.test(key)

/** A text of a goal that must not be empty. */
export const words = (field: string, max: number) => z.string().max(max).regex(/\S/, texts.mustNotBeEmpty(field))
export const name = words('Name', 1000)
export const statusName = words('StatusName', 200)
export const description = z.string().max(500_000)

const linkedIds = (kind: 'CTA' | 'SP') =>
  z.array(gsidSchema).min(1, texts.mustNotBeAnEmptyList(kind)).max(500).exactOptional()
/** CTAs and success plans to link or to unlink. */
export const linksSchema = (block: 'association' | 'dissociation') =>
  z
    .strictObject({ CTA: linkedIds('CTA'), SP: linkedIds('SP') })
    .refine((links) => links.CTA ?? links.SP, texts.mustNameCtasOrSuccessPlans(block))
    .exactOptional()
/** Gsids of CTAs and of success plans. */
export type Links = { CTA?: string[]; SP?: string[] }

/** Gainsight takes one goal in a call. */
export const exactlyOne = <Request extends z.ZodType>(request: Request) =>
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

/** A block of links; nothing where there are none. */
export function block<Name extends string>(name: Name, { CTA = [], SP = [] }: Links = {}): { [Block in Name]?: Links } {
  if (CTA.length + SP.length === 0) return {}
  const links: Links = { ...(CTA.length > 0 && { CTA }), ...(SP.length > 0 && { SP }) }
  return { [name]: links } as { [Block in Name]?: Links }
}

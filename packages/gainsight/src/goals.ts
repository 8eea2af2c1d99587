import { z } from 'zod'
import { listOf, readText, rowSchema } from './rows.ts'
import { conditionSchema, pagesOf, selectSchema, whereSchema } from './where.ts'

const maybeText = z.string().nullish()
const maybeTime = z.union([z.number(), z.string()]).nullish()

/** A goal as the tenant tells it. Any key may be missing, since empty fields are left out, and others may be there. */
export const goalRecordSchema = z.looseObject({
  Gsid: maybeText,
  Name: maybeText,
  StatusId: maybeText,
  DueDate: maybeTime,
  Description: maybeText,
  EntityType: maybeText,
  CompanyId: maybeText,
  RelationshipId: maybeText,
  OpportunityId: maybeText,
  CreatedById: maybeText,
  CreatedDate: maybeTime,
  ModifiedById: maybeText,
  ModifiedDate: maybeTime,
})
export type GoalRecord = z.infer<typeof goalRecordSchema>

/** A create answers with `goal`. Associations are not echoed. */
export const createGoalReplySchema = z.looseObject({ goal: goalRecordSchema.extend({ Gsid: z.string() }) })

/** An update answers with `record`: what changed, and the status as StatusId only. */
export const updateGoalReplySchema = z.looseObject({ record: goalRecordSchema.nullish() }).nullable()

/** `POST …/fetch` (customer-goals-api.txt, "Fetch Customer Goals"). No sort and no total: a page shorter than its size is the last. */
export const fetchGoalsRequestSchema = z.strictObject({
  select: selectSchema,
  where: whereSchema(conditionSchema).exactOptional(),
  // The largest size that a tenant takes is not documented, so it is probed.
  ...pagesOf({ atMost: 10_000 }),
})
export type FetchGoalsRequest = z.infer<typeof fetchGoalsRequestSchema>

const associatedSchema = z
  .array(z.union([z.string(), rowSchema.refine((item) => readText(item, 'Gsid') !== null)]))
  .nullish()
const goalEntrySchema = z.looseObject({
  /** One record, despite its name. */
  dataList: goalRecordSchema,
  associatedCTAs: associatedSchema,
  associatedSPs: associatedSchema,
})
export type GoalEntry = z.infer<typeof goalEntrySchema>

export const fetchGoalsReplySchema = z
  .looseObject({ recordList: listOf(goalEntrySchema).optional() })
  .nullable()
  .transform((data) => ({ recordList: data?.recordList ?? [] }))

/** The Gsids associated with a fetched goal, whether the tenant lists them as texts or as objects with a Gsid. */
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

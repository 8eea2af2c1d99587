import { z } from 'zod'
import { conditionSchema, linkedConditionSchema, pagesOf, selectSchema, whereSchema } from './where.ts'

/** `POST /v2/cockpit/cta/list`: at most 1,000 CTAs a page, in no documented order (reference 4). */
export const listCtasRequestSchema = z.strictObject({
  select: selectSchema,
  /** Adds `associatedRecords` to each CTA. */
  linkedObject: z.boolean().exactOptional(),
  where: whereSchema(z.union([conditionSchema, linkedConditionSchema])).exactOptional(),
  ...pagesOf({ atMost: 1000 }),
})
export type ListCtasRequest = z.infer<typeof listCtasRequestSchema>

/** `POST /v2/successPlan/list/`: as the CTA list (reference 5.4). */
export const listSuccessPlansRequestSchema = z.strictObject({
  select: selectSchema,
  where: whereSchema(conditionSchema).exactOptional(),
  ...pagesOf({ atMost: 1000 }),
})
export type ListSuccessPlansRequest = z.infer<typeof listSuccessPlansRequestSchema>

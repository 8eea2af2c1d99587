import { z } from 'zod'
import { namedConditionSchema, orderBySchema, selectSchema, whereSchema } from './where.ts'

/** `POST /v1/users/services/list`: pages are counted from 0 (reference 7). 100 calls an hour, so prefer a query of `gsuser`. */
export const listUsersRequestSchema = z.strictObject({
  includeTotal: z.boolean().exactOptional(),
  select: selectSchema,
  where: whereSchema(namedConditionSchema).exactOptional(),
  orderBy: orderBySchema.exactOptional(),
  limit: z.int().min(1).max(1000),
  page: z.int().min(0),
})
export type ListUsersRequest = z.infer<typeof listUsersRequestSchema>

import { z } from 'zod'
import { GoalRefusal } from '../refusal.ts'

const requestSchema = z.looseObject({
  requests: z.array(
    z.looseObject({
      record: z.record(z.string(), z.unknown()),
      association: z.unknown().optional(),
      dissociation: z.unknown().optional(),
    }),
  ),
  lookups: z.unknown().optional(),
})

/** The single request of a create or update: more than one at a time is not supported (customer-goals-api.txt). */
export function readSingleRequest(body: unknown) {
  const parsed = requestSchema.safeParse(body)
  const [request, ...more] = parsed.data?.requests ?? []
  if (!parsed.success || !request) throw new GoalRefusal(null, 'Invalid request - requests must hold a record')
  if (more.length > 0) throw new GoalRefusal(null, 'Invalid request - only one goal is supported at a time')
  return { ...request, lookups: parsed.data.lookups }
}

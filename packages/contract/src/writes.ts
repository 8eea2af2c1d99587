import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { screenSchema } from './screens.ts'

/**
 * A create or update on its way through the gateway.
 * waiting: admitted, not sent, can still be cancelled. sent: on the wire. confirmed, refused, cancelled: over.
 * unknown: sent, and nobody can say yet whether the tenant applied it.
 */
export const writeStates = ['waiting', 'sent', 'confirmed', 'refused', 'cancelled', 'unknown'] as const

export const writeSchema = z.object({
  id: z.string(),
  kind: z.enum(['create', 'update']),
  state: z.enum(writeStates),
  /** The goal; null for a create whose Gsid is not known (yet). */
  gsid: z.string().nullable(),
  /** The goal's name as written, or as known when written. */
  name: z.string().nullable(),
  actor: z.string(),
  /** `person:…` or `token:…`, and the screen it was made on; null for writes from before these were kept. */
  actorId: z.string().nullable(),
  screen: screenSchema.nullable(),
  /** Epoch milliseconds. */
  askedAt: z.number(),
  sentAt: z.number().nullable(),
  settledAt: z.number().nullable(),
  /** How many seconds it will wait for its slot, while waiting. */
  waitSeconds: z.number().nullable(),
  /** A sentence on the outcome: the tenant's refusal, or why it is unknown. */
  detail: z.string().nullable(),
  /** Fields that the tenant's refusal names. */
  fields: z.record(z.string(), z.string()).nullable(),
  /** Goals that an unknown create may have become, when a person has to choose. */
  candidates: z.array(z.string()),
  /** The fields and links it sets, as sent: shown beside theirs when a person has to choose. */
  request: z.unknown(),
})
export type Write = z.infer<typeof writeSchema>

const idParams = z.object({ id: z.uuid() })

export const listWrites = endpoint({
  method: 'GET',
  path: '/api/writes',
  needs: 'read',
  summary: 'Writes that are not settled, and the newest settled ones.',
  result: z.object({ writes: z.array(writeSchema) }),
})

export const readWrite = endpoint({
  method: 'GET',
  path: '/api/writes/:id',
  needs: 'read',
  summary: 'One write. The id is the Idempotency-Key that the browser sent with it.',
  params: idParams,
  result: writeSchema,
})

export const cancelWrite = endpoint({
  method: 'DELETE',
  path: '/api/writes/:id',
  needs: 'write',
  summary: 'Cancels a write that still waits for its slot; 409 when it has been sent.',
  params: idParams,
  result: writeSchema,
})

export const settleWrite = endpoint({
  method: 'POST',
  path: '/api/writes/:id/settle',
  needs: 'write',
  summary:
    'A person decides an unknown write that reading cannot decide: which goal it became, or that it was not applied.',
  params: idParams,
  body: z.strictObject({ gsid: z.string().nullable() }),
  result: writeSchema,
})

import * as texts from '@goalkeeper/texts/writes'
import type { Screen } from '@goalkeeper/contract/screens'
import type { Write } from '@goalkeeper/contract/writes'
import { GainsightError } from '@goalkeeper/gainsight/error'
import type { UpdateGoalRequest } from '@goalkeeper/gainsight/goal-update'
import type { CreateGoalRequest } from '@goalkeeper/gainsight/goal-create'
import type { QueryClient } from '@tanstack/react-query'
import { ApiError, asApiError } from '../api/api-error.ts'
import { onScreen } from '../api/on-screen.ts'
import { tenantClient } from '../api/tenant-client.ts'
import { awaitWrite, isSettled } from './follow-write.ts'

/** An update or a create, under the id by which the journal knows it. The same id is never sent to the tenant twice. */
export type WriteOrder = { screen: Screen } & (
  | { id: string; kind: 'update'; body: UpdateGoalRequest; etag: string | null }
  | { id: string; kind: 'create'; body: CreateGoalRequest }
)

/** A goal as a reply to a write tells it; null when the outcome was found in another way than by a reply. */
export type WriteReply = { gsid: string | null; record: Record<string, unknown> | null }

/**
 * Sends a write through the gateway and waits for its end. When the connection to our own server breaks on the way, nothing is sent
 * again: the journal is asked what became of it. Throws ApiError: `outcome-unknown` while nobody can say, `changed-elsewhere`, `cancelled`,
 * `refused-by-tenant` with its fields, `unreachable` when it surely never arrived.
 */
export async function sendWrite(queryClient: QueryClient, order: WriteOrder): Promise<WriteReply> {
  try {
    return await reply(order)
  } catch (error) {
    const problem = asWriteError(error)
    if (!inDoubt.has(problem.code)) throw problem
    return outcomeOf(await fate(queryClient, order.id, problem))
  }
}

/** Waits for the end of a write whose outcome is unknown. Resolves when it was applied, throws when it was not. */
export async function awaitOutcome(queryClient: QueryClient, id: string): Promise<WriteReply> {
  return outcomeOf(await awaitWrite(queryClient, id, isSettled))
}

async function reply(order: WriteOrder): Promise<WriteReply> {
  const client = tenantClient({
    'idempotency-key': order.id,
    ...onScreen(order.screen),
    ...(order.kind === 'update' && order.etag !== null && { 'if-match': order.etag }),
  })
  if (order.kind === 'create') {
    const { goal } = await client.createGoal(order.body)
    return { gsid: goal.Gsid, record: goal }
  }
  const data = await client.updateGoal(order.body)
  return { gsid: order.body.requests[0]?.record.Gsid ?? null, record: data?.record ?? null }
}

/** A body that its own schema refuses is as much a refusal as one by the server; a reply that makes no sense is a lost one. */
function asWriteError(error: unknown): ApiError {
  if (!(error instanceof GainsightError)) return asApiError(error)
  const code = error.outcome === 'not-applied' ? 'invalid' : 'unreadable'
  return refusal(code, error.message, error.fields)
}

/** After these an answer alone does not say what became of the write: the journal does. */
const inDoubt: ReadonlySet<string> = new Set([
  'unreachable',
  'unreadable',
  'internal',
  'tenant-timeout',
  'outcome-unknown',
])

/** What became of a write whose reply says too little. One that never arrived or was never sent ends with that reply. */
async function fate(queryClient: QueryClient, id: string, problem: ApiError): Promise<Write> {
  const write = await awaitWrite(queryClient, id, (each) => isSettled(each) || each.state === 'unknown').catch(
    (error: unknown) => {
      throw asApiError(error).code === 'not-found' ? problem : error
    },
  )
  if (write.state === 'cancelled' && problem.code === 'tenant-timeout') throw problem
  return write
}

function outcomeOf({ state, gsid, detail, fields }: Write): WriteReply {
  if (state === 'confirmed') return { gsid, record: null }
  if (state === 'unknown') throw new ApiError('outcome-unknown', detail ?? texts.nobodyCanSayYetWhether)
  if (state === 'cancelled') throw new ApiError('cancelled', detail ?? texts.itWasTakenBackBeforeIt)
  throw refusal('refused-by-tenant', detail ?? texts.gainsightRefusedIt, fields ?? {})
}

/** A write that was not applied, with what to mend by field. */
export function refusal(
  code: 'invalid' | 'unreadable' | 'refused-by-tenant',
  detail: string,
  fields: Record<string, string>,
): ApiError {
  const problem = {
    type: 'about:blank',
    title: code,
    status: 0,
    code: 'refused-by-tenant',
    detail,
    requestId: '',
    fields,
  } as const
  return new ApiError(code, detail, { problem })
}

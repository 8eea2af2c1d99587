import { GainsightError, sendFailure } from '@goalkeeper/gainsight/error'
import { readReply } from '@goalkeeper/gainsight/reply'
import type { TenantRoute } from '@goalkeeper/gainsight/route'
import type { CallBudget } from './budget.ts'
import type { Answer, OutboundCall, Transport } from './outbound.ts'
import { type Slot, withdrawnError } from './slot-gate.ts'

export type Sent = { answer: Answer; data: unknown }

/**
 * Sends an admitted call once, reads its answer, and gives its slot back to the log, whatever comes of it. Its answer does not
 * wait for the log, where the slot counts as in use until then.
 */
export type Send = (
  slot: Slot,
  route: TenantRoute,
  call: OutboundCall,
  transport: Transport,
  signal?: AbortSignal,
) => Promise<Sent>

/** Also tells when no call is on its way any more. */
export function createSend(
  budget: Pick<CallBudget, 'answered'>,
  timeoutMs: number,
  onCall: (route: string, outcome: string, seconds: number) => void,
): { send: Send; idle: () => Promise<void> } {
  const onTheirWay = new Set<Promise<unknown>>()

  const sendOnce: Send = async (slot, route, call, transport, signal) => {
    const deadline = AbortSignal.timeout(timeoutMs)
    const ended = signal ? AbortSignal.any([deadline, signal]) : deadline
    let refusal: { retryAfterSeconds: number | null } | null = null
    let outcome = 'ok'
    const sentAt = performance.now()
    try {
      const answer = await transport(call, ended)
      return { answer, data: readReply(answer, route) }
    } catch (thrown) {
      if (signal?.aborted) {
        outcome = 'withdrawn'
        throw withdrawnError()
      }
      // What an ended call fails with is a torn connection; why it was ended says more.
      const reason = thrown instanceof GainsightError || !ended.aborted ? thrown : ended.reason
      const error = sendFailure(reason, route.effect)
      outcome = error.kind
      if (error.kind === 'throttled') refusal = { retryAfterSeconds: error.retryAfterSeconds }
      throw error
    } finally {
      onCall(route.name, outcome, (performance.now() - sentAt) / 1000)
      const noted = budget.answered(slot, refusal)
      follow(noted)
      // Nobody is to be let through between a refusal and the pause that comes of it.
      if (refusal) await noted
    }
  }

  function follow(step: Promise<unknown>): void {
    const over = step.catch(() => {}).finally(() => onTheirWay.delete(over))
    onTheirWay.add(over)
  }

  const send: Send = (...call) => {
    const sent = sendOnce(...call)
    follow(sent)
    return sent
  }
  async function idle(): Promise<void> {
    while (onTheirWay.size > 0) await Promise.all(onTheirWay)
  }

  return { send, idle }
}

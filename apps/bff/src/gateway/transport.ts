import * as texts from '@goalkeeper/texts/server/gateway'
import { GainsightError, outcomeWhenTurnedAway } from '@goalkeeper/gainsight/error'
import { Agent, type Dispatcher } from 'undici'
import type { Config } from '#bff/config.ts'
import { createAnswerReader, createReplyBody, headersFor, type Transport } from './outbound.ts'

/**
 * Sends a call with undici: once, without a retry in any layer and without following a redirect. What never left this
 * machine fails as such, so that a write that was not sent is not taken for one of unknown outcome.
 */
export function createTransport(tenant: Config['tenant']): { send: Transport; close(): Promise<void> } {
  // Idle connections end before a load balancer of the tenant ends them: a write on one that is gone would be lost.
  const keepAliveMs = 4_000
  const agent = new Agent({
    connections: 32,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const readAnswer = createAnswerReader(tenant)

  const send: Transport = ({ method, path, body, effect }, signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<Transport>>>()
    const replyBody = createReplyBody(effect)
    let controller: Dispatcher.DispatchController | null = null
    let status = 0
    let headers: Parameters<typeof readAnswer>[1] = {}

    const fail = (thrown: unknown) => {
      const isNeverSent = controller === null
      reject(isNeverSent ? neverSent(effect, thrown) : thrown)
    }
    const onAbort = () => {
      const reason = signal.reason instanceof Error ? signal.reason : new Error('The call was ended.')
      fail(reason)
      controller?.abort(reason)
    }
    signal.addEventListener('abort', onAbort, { once: true })

    agent.dispatch(
      { origin: tenant.baseUrl, path, method, body, headers: headersFor(tenant, body) },
      {
        // Called when a connection is there, before anything is written to it; a second time would be a retry.
        onRequestStart(started) {
          if (signal.aborted || controller) return started.abort(new Error('The call is over, or has been sent.'))
          controller = started
        },
        onResponseStart(_controller, statusCode, replyHeaders) {
          status = statusCode
          headers = replyHeaders
        },
        onResponseData(started, chunk) {
          try {
            replyBody.add(chunk)
          } catch (error) {
            fail(error)
            started.abort(error instanceof Error ? error : new Error(String(error)))
          }
        },
        onResponseEnd: () => resolve(readAnswer(status, headers, replyBody.bytes())),
        onResponseError: (_controller, error) => fail(error),
      },
    )
    return promise.finally(() => signal.removeEventListener('abort', onAbort))
  }
  return { send, close: () => agent.close() }
}

function neverSent(effect: 'read' | 'write', cause: unknown): GainsightError {
  return new GainsightError(texts.gainsightCannotBeReached, {
    kind: 'unreachable',
    outcome: outcomeWhenTurnedAway(effect),
    cause,
  })
}

import * as texts from '@goalkeeper/texts/gainsight-answers'
/**
 * What went wrong. refused: the tenant (or this package, before sending) said no to the request. throttled: the tenant takes no
 * more calls for now. unauthorized: the key or the caller's address is not accepted. broken: an answer that makes no
 * sense, or a fault of the tenant. timeout: no answer in time. unreachable: no connection, or it was lost.
 */
export type FailureKind = 'refused' | 'throttled' | 'unauthorized' | 'broken' | 'timeout' | 'unreachable'

/**
 * What it means for the call. not-applied: the tenant did nothing, and will say the same again to the same request.
 * retry: a read that failed in passing. unknown: a write that may have been applied; only reading can tell.
 */
export type FailureOutcome = 'not-applied' | 'retry' | 'unknown'

/** Whether a call may change the tenant's data, hence whether losing its answer matters. */
export type Effect = 'read' | 'write'

export type Failure = {
  kind: FailureKind
  outcome: FailureOutcome
  /** The tenant's own code, such as 8010 or GS_APIG_2401, where it gave one. */
  tenantCode?: string | null
  /** HTTP status; null when there was no answer. */
  status?: number | null
  /** A sentence for each field that has to be mended, by the field's name. */
  fields?: Record<string, string>
  /** The tenant's name for the call. */
  requestId?: string | null
  /** How long the tenant asks to wait. */
  retryAfterSeconds?: number | null
  cause?: unknown
}

/** Every way in which a call to the tenant fails. The message is a sentence for people: no class names, no stack, no HTML. */
export class GainsightError extends Error {
  override name = 'GainsightError'
  readonly kind: FailureKind
  readonly outcome: FailureOutcome
  readonly tenantCode: string | null
  readonly status: number | null
  readonly fields: Record<string, string>
  readonly requestId: string | null
  readonly retryAfterSeconds: number | null

  constructor(message: string, failure: Failure) {
    super(message, { cause: failure.cause })
    this.kind = failure.kind
    this.outcome = failure.outcome
    this.tenantCode = failure.tenantCode ?? null
    this.status = failure.status ?? null
    this.fields = failure.fields ?? {}
    this.requestId = failure.requestId ?? null
    this.retryAfterSeconds = failure.retryAfterSeconds ?? null
  }
}

/** The outcome of a call that went out and brought back no answer that makes sense. */
export function outcomeWhenLost(effect: Effect): FailureOutcome {
  return effect === 'write' ? 'unknown' : 'retry'
}

/** The outcome of a call that did not get in, and may another time. */
export function outcomeWhenTurnedAway(effect: Effect): FailureOutcome {
  return effect === 'write' ? 'not-applied' : 'retry'
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])
const timedOut = new Set(['ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

/** Makes a GainsightError of what carrying a call threw: a timeout, a connection that was never made, or one that was lost. */
export function sendFailure(thrown: unknown, effect: Effect): GainsightError {
  if (thrown instanceof GainsightError) return thrown
  const code = systemCodeOf(thrown)
  if (neverSent.has(code)) {
    const outcome = outcomeWhenTurnedAway(effect)
    return new GainsightError(texts.gainsightCannotBeReached, { kind: 'unreachable', outcome, cause: thrown })
  }
  const outcome = outcomeWhenLost(effect)
  return timedOut.has(code) || (thrown instanceof Error && thrown.name === 'TimeoutError')
    ? new GainsightError(texts.gainsightDidNotAnswerInTime, { kind: 'timeout', outcome, cause: thrown })
    : new GainsightError(texts.theConnectionToGainsightWas, { kind: 'unreachable', outcome, cause: thrown })
}

/** The system's code of an error or of what caused it, where fetch hides it; empty when there is none. */
function systemCodeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return ''
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code
  return systemCodeOf(thrown.cause)
}

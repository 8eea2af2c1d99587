import type { ProblemCode } from '@goalkeeper/contract/problem'

type Details = {
  /** What to mend, keyed by field name or JSON path. */
  fields?: Record<string, string> | undefined
  /** The tenant's own code, where it gave one. */
  tenantCode?: string | null | undefined
  /** The journal entry of the write that this is about. */
  writeId?: string | undefined
  /** With `changed-elsewhere`: the record as the tenant holds it now. */
  current?: unknown
  /** When trying again makes sense, in seconds. */
  retryAfterSeconds?: number | undefined
  cause?: unknown
}

/** A request that fails for a reason that the caller should be told: a code of the vocabulary and a sentence fit for people. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ProblemCode
  readonly details: Details

  constructor(code: ProblemCode, detail: string, details: Details = {}) {
    super(detail, { cause: details.cause })
    this.code = code
    this.details = details
  }
}

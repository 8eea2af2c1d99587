/** The documented table of goal errors (customer-goals-api.txt, "Error Codes"). */
export const goalErrors = {
  CTA_RECORD_EMPTY: 8001,
  SP_RECORD_EMPTY: 8002,
  INVALID_PAGE_REQUEST: 8007,
  INVALID_LOOKUP_CONFIG: 8008,
  INVALID_FIELD: 8009,
  INVALID_STATUS_NAME: 8010,
} as const
export type GoalErrorName = keyof typeof goalErrors

/** A goal call that the tenant understood and will not do. `name` null: a fault that the table does not list. */
export class GoalRefusal extends Error {
  override name = 'GoalRefusal'
  readonly error: GoalErrorName | null
  constructor(error: GoalErrorName | null, message: string) {
    super(message)
    this.error = error
  }
}

/** A refusal of another API, in the envelope that they share. `data` is what stands in the place of data. */
export class ApiRefusal extends Error {
  override name = 'ApiRefusal'
  readonly status: number
  readonly code: string
  readonly data: unknown
  constructor(status: number, code: string, message: string, data: unknown = null) {
    super(message)
    this.status = status
    this.code = code
    this.data = data
  }
}

/** What metadata calls say of an object or picklist that is not there; it has a shape of its own (reference 6.2). */
export class ObjectNotFound extends Error {
  override name = 'ObjectNotFound'
}

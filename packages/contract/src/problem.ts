import { z } from 'zod'

/**
 * Every way in which a request can fail, and the status it is told with. The one vocabulary from database to screen.
 * `refused-by-tenant` covers all the tenant's own validation errors, whatever status it used for them.
 */
export const problemStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'read-only': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'changed-elsewhere': 412,
  'too-large': 413,
  'unsupported-type': 415,
  'refused-by-tenant': 422,
  'too-many-calls': 429,
  cancelled: 499,
  internal: 500,
  'tenant-broken': 502,
  'outcome-unknown': 502,
  'sign-in-broken': 502,
  stopped: 503,
  'not-ready': 503,
  'tenant-timeout': 504,
} as const
export type ProblemCode = keyof typeof problemStatus
export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]

/** RFC 9457 problem+json. `detail` is a sentence for people; `fields` names what to mend, keyed by field name or JSON path. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(problemCodes),
  detail: z.string(),
  requestId: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  /** The tenant's own code, such as 8010 or GS_APIG_2401, where it gave one. */
  tenantCode: z.string().optional(),
  /** The journal entry of the write that this problem is about. */
  writeId: z.string().optional(),
  /** With `changed-elsewhere`: the record as the tenant holds it now. */
  current: z.unknown().optional(),
})
export type ProblemBody = z.infer<typeof problemSchema>

import { z } from 'zod'
import { goalErrors, type GoalErrorName } from '../refusal.ts'

const milliseconds = z.union([z.number().min(0), z.tuple([z.number().min(0), z.number().min(0)])])
const goalErrorNames = Object.keys(goalErrors) as [GoalErrorName, ...GoalErrorName[]]

/** Which calls a fault meets. Without any of these it meets all of them, always. */
const aim = {
  /** A route's name (`updateGoal`), or the beginning of a path. */
  route: z.string().optional(),
  effect: z.enum(['read', 'write']).optional(),
  /** Only updates of this goal, and fetches that ask for it alone by its Gsid. */
  gsid: z.string().optional(),
  /** Lets that many matching calls pass first. */
  after: z.int().min(0).default(0),
  /** Meets that many calls and is over. */
  times: z.int().min(1).optional(),
  /** Meets a matching call with this chance. */
  probability: z.number().min(0).max(1).default(1),
  /** Makes the chance repeatable, apart from the tenant's own seed. */
  seed: z.number().optional(),
}
/** For a write: whether it is applied although the reply is bad. */
const applied = (preset: boolean) => z.boolean().default(preset)

/** One way in which the tenant misbehaves. `README.md` says what each does. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latency'), ms: milliseconds, ...aim }),
  z.strictObject({ kind: z.literal('slow-reply'), ms: milliseconds, ...aim }),
  z.strictObject({
    kind: z.literal('refuse'),
    error: z.enum(goalErrorNames).nullable().default(null),
    message: z.string().default('Refused by the sandbox'),
    ...aim,
  }),
  z.strictObject({ kind: z.literal('drop-before-apply'), ...aim }),
  z.strictObject({ kind: z.literal('drop-after-apply'), ...aim }),
  z.strictObject({
    kind: z.literal('apply-late'),
    ms: z.number().min(0),
    answer: z.enum(['drop', 'success', 'server-error']).default('drop'),
    ...aim,
  }),
  z.strictObject({ kind: z.literal('no-answer'), applied: applied(false), ...aim }),
  z.strictObject({
    kind: z.literal('server-error'),
    status: z.int().min(500).max(599).default(500),
    applied: applied(false),
    ...aim,
  }),
  z.strictObject({
    kind: z.literal('html'),
    status: z.int().min(200).max(599).default(200),
    applied: applied(false),
    ...aim,
  }),
  z.strictObject({ kind: z.literal('truncated-json'), applied: applied(true), ...aim }),
  z.strictObject({ kind: z.literal('cut-reply'), applied: applied(true), ...aim }),
  z.strictObject({ kind: z.literal('throttle'), retryAfter: z.int().min(0).optional(), ...aim }),
])
export type Fault = z.output<typeof faultSchema>
/** A fault as it is asked for: what has a default may be left out. */
export type FaultSetting = z.input<typeof faultSchema>

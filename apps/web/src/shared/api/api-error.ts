import * as texts from '@goalkeeper/texts/api-first'
import { problemSchema, type ProblemBody, type ProblemCode } from '@goalkeeper/contract/problem'

/** `unreachable`: no answer from Goalkeeper's own server. `unreadable`: an answer that its contract does not describe. */
export type ApiErrorCode = ProblemCode | 'unreachable' | 'unreadable'

/** Every failed call, in one shape. `message` is a sentence for people; `fields` says what to mend, by field name or JSON path. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ApiErrorCode
  readonly fields: Record<string, string>
  readonly requestId: string | null
  readonly problem: ProblemBody | null

  constructor(
    code: ApiErrorCode,
    message: string,
    { cause, problem }: { cause?: unknown; problem?: ProblemBody } = {},
  ) {
    super(message, { cause })
    this.code = code
    this.fields = problem?.fields ?? {}
    this.requestId = problem?.requestId ?? null
    this.problem = problem ?? null
  }

  /** The same sentence, for components that hold any ApiError. */
  get detail(): string {
    return this.message
  }
}

/** How a load balancer answers in the place of a server that it does not reach, or that broke off. */
const withoutServer: ReadonlySet<number> = new Set([502, 503, 504])

/** What a reply that is not 2xx means. Reads the body. */
export async function readProblem(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  const parsed = problemSchema.safeParse(body)
  if (!parsed.success && withoutServer.has(response.status)) {
    return new ApiError('unreachable', texts.goalkeepersServerDoesNotAnswer)
  }
  if (!parsed.success) return new ApiError('unreadable', texts.theServerAnsweredWithoutSaying(response.status))
  return new ApiError(parsed.data.code, parsed.data.detail, { problem: parsed.data })
}

/** An ApiError as it is; anything else as a fault of ours. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  return new ApiError('internal', texts.somethingWentWrongOnThisPage, { cause: error })
}

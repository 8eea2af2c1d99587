import { pino, type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

/**
 * The log, one JSON line each, on standard error: standard output is for people.
 * What must never be in it is taken out here, and not left to those who write to it.
 */
export function createLog(
  level: Config['logLevel'],
  stream: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    { level, base: null, redact: { paths: secretPaths, censor: '[hidden]' }, serializers: { err: describeError } },
    stream,
  )
}

const secretNames = [
  'accesskey',
  'accessKey',
  'authorization',
  'cookie',
  'set-cookie',
  'body',
  'query',
  'where',
  'name',
]
const secretPaths = secretNames.flatMap((name) => ['', '*', '*.*'].map((parent) => `${parent}["${name}"]`))

/** Errors whose message may repeat what somebody typed, or a name that the tenant holds, say what they are and where they arose. */
const plainNames = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError', 'AggregateError'])
/** Marks that tell errors apart and hold nobody's words: of ours, of the tenant's, of PostgreSQL's and of the system's. */
const marks = ['code', 'kind', 'outcome', 'status', 'tenantCode', 'table', 'constraint', 'routine', 'syscall'] as const

type Described = { type: string; message?: string; at: string[]; cause?: Described } & Partial<
  Record<(typeof marks)[number], unknown>
>

export function describeError(thrown: unknown): Described {
  if (!(thrown instanceof Error)) return { type: typeof thrown, at: [] }
  const known = thrown as Error & Partial<Record<(typeof marks)[number], unknown>>
  return {
    type: thrown.name,
    ...(plainNames.has(thrown.name) && { message: thrown.message }),
    ...Object.fromEntries(marks.flatMap((mark) => (known[mark] === undefined ? [] : [[mark, known[mark]]]))),
    at: (thrown.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(thrown.cause !== undefined && { cause: describeError(thrown.cause) }),
  }
}

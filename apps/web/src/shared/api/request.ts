import * as texts from '@goalkeeper/texts/api-first'
import type { Screen } from '@goalkeeper/contract/screens'
import type { Endpoint } from '@goalkeeper/contract/endpoint'
import { ApiError, readProblem } from './api-error.ts'
import { onScreen } from './on-screen.ts'
import { send } from './send.ts'

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [key in Name]?: never }
  : Record<never, never> extends Value
    ? { [key in Name]?: Value }
    : { [key in Name]: Value }

/** What an endpoint asks for: exactly the params, query and body that its contract names. */
export type RequestInput<Params, Query, Body> = Part<'params', Params> & Part<'query', Query> & Part<'body', Body>

type Options = {
  signal?: AbortSignal | undefined
  /** Where the person was who asked for a change; it stands beside it in Activity. */
  screen?: Screen
}

/** Calls one endpoint of the bff as its contract describes it. Throws ApiError. */
export async function request<Params, Query, Body, Result>(
  endpoint: Endpoint<Params, Query, Body, Result>,
  input: RequestInput<Params, Query, Body>,
  options: Options = {},
): Promise<Result> {
  return (await requestWithReply(endpoint, input, options)).data
}

/** As `request`, with the reply's ETag, which a later write sends as If-Match. */
export async function requestWithReply<Params, Query, Body, Result>(
  endpoint: Endpoint<Params, Query, Body, Result>,
  input: RequestInput<Params, Query, Body>,
  { signal, screen }: Options = {},
): Promise<{ data: Result; etag: string | null }> {
  const body = 'body' in input ? input.body : undefined
  const response = await send(addressOf(endpoint.path, input), {
    method: endpoint.method,
    ...(signal && { signal }),
    headers: {
      ...(screen && onScreen(screen)),
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await readProblem(response)
  const parsed = endpoint.result.safeParse(await response.json().catch(() => undefined))
  if (!parsed.success) {
    throw new ApiError('unreadable', texts.theServerGaveAnAnswerThat, {
      cause: parsed.error,
    })
  }
  return { data: parsed.data, etag: response.headers.get('etag') }
}

/** `/api/goals/:gsid` and `{ params: { gsid }, query: { fresh: '1' } }` → `/api/goals/1CG…?fresh=1`. Undefined query values are left out. */
export function addressOf(path: string, { params, query }: { params?: unknown; query?: unknown }): string {
  const values = new Map(Object.entries(params ?? {}))
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value))
  return search.size > 0 ? `${filled}?${search}` : filled
}

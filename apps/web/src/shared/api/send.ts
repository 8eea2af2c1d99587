import * as texts from '@goalkeeper/texts/api-first'
import { meSchema, readMe, type Me } from '@goalkeeper/contract/people'
import { ApiError } from './api-error.ts'
import { takeEarly } from './early-answers.ts'
import { createSession } from './session.ts'

const lookAgainMs = 2_000

/** The session of this browser. Requests that find it ended wait in it for the person to sign in again. */
export const session = createSession({ ask: whoIsThere, everyMs: lookAgainMs })

/**
 * The only way out of the app. Throws `unreachable` when no reply came; an abort stays an abort. It shows nothing and redirects nothing;
 * when the session has ended it waits for the next one.
 */
export const send = (path: string, init: RequestInit = {}): Promise<Response> =>
  session.through(() => fetchOnce(path, init), init.signal)

async function fetchOnce(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('x-requested-with', 'goalkeeper')
  try {
    return await (takeEarly(path, init.method) ??
      fetch(path, { ...init, headers, credentials: 'same-origin', redirect: 'error' }))
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new ApiError('unreachable', texts.goalkeepersServerDoesNotAnswer, { cause })
  }
}

/** Does not wait for a session, because it is how one finds out that there is one. */
async function whoIsThere(): Promise<Me | null> {
  const response = await fetchOnce(readMe.path, { headers: { accept: 'application/json' } })
  return response.ok ? (meSchema.safeParse(await response.json()).data ?? null) : null
}

import { ApiError } from './api-error.ts'

/** The only fetch in the app. Throws `unreachable` when no reply came; an abort stays an abort. It shows nothing and redirects nothing. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('x-requested-with', 'goalkeeper')
  try {
    return await fetch(path, { ...init, headers, credentials: 'same-origin', redirect: 'error' })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new ApiError('unreachable', 'Goalkeeper’s server does not answer.', { cause })
  }
}

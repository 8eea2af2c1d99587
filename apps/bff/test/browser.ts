/** A reply with its body read: `json` is null when it is not JSON. */
export type Reply = { status: number; headers: Headers; text: string; json: unknown }
export type Sent = { method?: string; body?: unknown; headers?: Record<string, string | null>; signal?: AbortSignal }

/**
 * Sends requests as the web app does: with the header and the Origin that unsafe methods need, JSON bodies, and the cookies that it was
 * given. A header set to null is left out.
 */
export function createBrowser(url: string) {
  const cookies = new Map<string, string>()

  async function send(path: string, { method = 'GET', body, headers = {}, signal }: Sent = {}): Promise<Reply> {
    const all: Record<string, string | null> = {
      accept: 'application/json',
      cookie: cookies.size > 0 ? [...cookies].map((pair) => pair.join('=')).join('; ') : null,
      ...(method !== 'GET' && { origin: url, 'x-requested-with': 'goalkeeper' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    }
    const response = await fetch(url + path, {
      method,
      headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
      redirect: 'manual',
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parseJson(text) }
  }

  return {
    cookies,
    send,
    get: (path: string, headers: Sent['headers'] = {}) => send(path, { headers }),
    post: (path: string, body?: unknown, headers: Sent['headers'] = {}) =>
      send(path, { method: 'POST', body, headers }),
    put: (path: string, body: unknown, headers: Sent['headers'] = {}) => send(path, { method: 'PUT', body, headers }),
    delete: (path: string, headers: Sent['headers'] = {}) => send(path, { method: 'DELETE', headers }),
  }
}

export type Browser = ReturnType<typeof createBrowser>

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

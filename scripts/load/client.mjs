import { Agent, request as ask } from 'node:http'

/** A reply that does not come in this time has failed. */
const patienceMs = 10_000

/**
 * Sends requests as the pages of the web app do, in a session of its own. Gives status, headers and text; rejects when the connection is lost or
 * nothing comes.
 */
export function createClient(url, { keepAlive = true } = {}) {
  const agent = new Agent({ keepAlive })
  const { hostname, port, origin } = new URL(url)
  let cookie = ''

  /**
   * `text`: a body that is no JSON, whose type the headers say.
   *
   * @param {string} method
   * @param {string} path
   * @param {{ body?: unknown, text?: string, headers?: Record<string, string>, patience?: number }} options
   * @returns {Promise<{ status: number | undefined, headers: import('node:http').IncomingHttpHeaders, text: string }>}
   */
  function send(method, path, { body, text: plain, headers = {}, patience = patienceMs } = {}) {
    const text = plain ?? (body === undefined ? undefined : JSON.stringify(body))
    const all = {
      accept: 'application/json',
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
      ...(method !== 'GET' && { origin, 'x-requested-with': 'goalkeeper' }),
      ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...headers,
    }
    return new Promise((resolve, reject) => {
      const request = ask({ agent, hostname, port, method, path, headers: all }, (response) => {
        let received = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => (received += chunk))
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text: received }))
        response.on('error', reject)
        response.on('close', () => reject(new Error('The connection broke in the middle of a reply.')))
      })
      request.setTimeout(patience, () => request.destroy(new Error('No reply came.')))
      request.on('error', reject)
      request.end(text)
    })
  }

  return {
    send,
    /** An event stream: calls `onText` with what comes, and resolves when it ends. */
    listen(path, onOpen, onText) {
      return new Promise((resolve) => {
        const request = ask({ hostname, port, path, headers: { accept: 'text/event-stream', cookie } }, (response) => {
          if (response.statusCode === 200) onOpen(() => request.destroy())
          response.setEncoding('utf8').on('data', onText)
          response.on('error', resolve)
          response.on('close', resolve)
        })
        request.on('error', resolve)
        request.end()
      })
    },
    async enter(launchSecret) {
      const { headers } = await send('GET', `/launch/${launchSecret}`)
      cookie = (headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ')
    },
    close: () => agent.destroy(),
  }
}

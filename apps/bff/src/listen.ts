import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** A listening server. `close` takes no new requests, lets those in flight finish, and gives up on them after `patienceMs`. */
export type Listening = { url: string; close(patienceMs: number): Promise<void> }

type Where = { host: string; port: number; tls?: { cert: string; key: string } | null }

/** Load balancers keep an idle connection for 60 s, most of them; one that the server closed first is a failed request of somebody. */
const idleMs = 75_000
/** Whoever has not agreed on a key by then says nothing. A stop waits for them, too. */
const handshakeMs = 10_000

/** Serves an app, by https when it is given what that takes. Rejects with a sentence for people. */
export async function listen(app: RequestListener, { host, port, tls = null }: Where): Promise<Listening> {
  const server = tls
    ? createSecureServer({ ...tls, minVersion: 'TLSv1.2', handshakeTimeout: handshakeMs }, app)
    : createServer(app)
  server.keepAliveTimeout = idleMs
  const endWhenAnswered = followAnswers(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new Error(listenProblem(error, port), { cause: error })))
    server.listen(port, host, resolve)
  })
  // With a host and a port, the address is never the name of a pipe.
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `${tls ? 'https' : 'http'}://${name}:${address.port}`,
    close: (patienceMs) => close(server, endWhenAnswered, patienceMs),
  }
}

function listenProblem(error: Error, port: number): string {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `port ${port} is taken: set PORT to a free one`
  if (code === 'EACCES') return `port ${port} is not allowed for this user: set PORT to one above 1023`
  return error.message
}

/**
 * Gives what ends all connections of a server once every answer is out: one without an answer is kept for what may come, and nobody
 * waits for it.
 */
function followAnswers(server: Server): () => void {
  const answers = new Set<ServerResponse>()
  let isEnding = false
  const markLast = (answer: ServerResponse) => {
    if (!answer.headersSent) answer.setHeader('connection', 'close')
  }
  const endIfAnswered = () => {
    if (isEnding && answers.size === 0) server.closeAllConnections()
  }
  server.prependListener('request', (_request, answer: ServerResponse) => {
    answers.add(answer)
    // A connection that is kept may ask once more before the end.
    if (isEnding) markLast(answer)
    answer.once('close', () => {
      answers.delete(answer)
      endIfAnswered()
    })
  })
  return () => {
    isEnding = true
    for (const answer of answers) markLast(answer)
    endIfAnswered()
  }
}

function close(server: Server, endWhenAnswered: () => void, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), patienceMs)
    server.close(() => {
      clearTimeout(giveUp)
      resolve()
    })
    endWhenAnswered()
  })
}

// The plainest load balancer: each request goes to the next bff that says it is ready. A request that reached none is tried at
// another one, when nothing can have come of it.
import { createServer, request as send } from 'node:http'

const lookEveryMs = 250
const idempotent = new Set(['GET', 'HEAD', 'PUT', 'DELETE'])

/** Listens at a port of this machine in front of those `ports`. */
export async function startBalancer(ports, port) {
  const ready = new Map(ports.map((each) => [each, false]))
  let turn = 0

  const look = () =>
    Promise.all(
      ports.map(async (each) => {
        const reply = await fetch(`http://127.0.0.1:${each}/readyz`).catch(() => null)
        ready.set(each, reply?.ok === true)
      }),
    )
  /** Those that are ready first; the others too, for one may have become so since. */
  const order = () => {
    turn += 1
    const turned = ports.map((_, index) => ports[(turn + index) % ports.length])
    return turned.toSorted((one, other) => Number(ready.get(other)) - Number(ready.get(one)))
  }

  function pass(request, body, response, [to, ...rest]) {
    const { method, url, headers } = request
    const onward = send({ host: '127.0.0.1', port: to, method, path: url, headers }, (reply) => {
      response.writeHead(reply.statusCode, reply.rawHeaders)
      reply.on('error', () => response.destroy())
      reply.pipe(response)
    })
    onward.on('error', (error) => {
      // A connection that was refused carried nothing, whatever the request; a broken one may have.
      const mayTryAgain = error.code === 'ECONNREFUSED' || idempotent.has(method) || 'idempotency-key' in headers
      if (rest.length > 0 && mayTryAgain && !response.headersSent) return pass(request, body, response, rest)
      if (response.headersSent) return response.destroy()
      response.writeHead(502).end('No bff could be reached.')
    })
    response.on('close', () => onward.destroy())
    onward.end(body)
  }

  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray().catch(() => []))
    pass(request, body, response, order())
  })
  // As long as those that people buy: a client that asks at the moment of its end would see a failed request that is no bff's doing.
  server.keepAliveTimeout = 60_000
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  await look()
  const timer = setInterval(look, lookEveryMs)
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop() {
      clearInterval(timer)
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

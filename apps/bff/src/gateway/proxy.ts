import { Agent as HttpAgent, IncomingMessage, ServerResponse } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { Socket } from 'node:net'
import { createProxyMiddleware } from 'http-proxy-middleware'
import type { Config } from '#bff/config.ts'
import { createAnswerReader, createReplyBody, headersFor, type OutboundCall, type Transport } from './outbound.ts'

type Exchange = { reply: PromiseWithResolvers<IncomingMessage>; signal: AbortSignal }

/**
 * Carries live reads with http-proxy-middleware. It gets a request that is made from nothing rather than the browser's, and
 * a response of its own rather than the browser's, because it destroys the one it has when the tenant cuts a reply short.
 */
export function createProxy(tenant: Config['tenant']): { send: Transport; close(): void } {
  const agentOptions = { keepAlive: true, maxSockets: 32, timeout: 4_000 }
  const agent = tenant.baseUrl.startsWith('https:') ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions)
  const readAnswer = createAnswerReader(tenant)
  const exchanges = new WeakMap<IncomingMessage, Exchange>()
  const exchangeOf = (request: IncomingMessage) => {
    const exchange = exchanges.get(request)
    if (!exchange) throw new Error('The proxy speaks of a request that it was not given.')
    return exchange
  }

  const proxy = createProxyMiddleware<IncomingMessage, ServerResponse>({
    target: tenant.baseUrl,
    changeOrigin: true,
    selfHandleResponse: true,
    followRedirects: false,
    agent,
    on: {
      proxyReq(outgoing, request) {
        const { signal } = exchangeOf(request)
        const end = () => void outgoing.destroy(new Error('The call was ended.'))
        if (signal.aborted) end()
        signal.addEventListener('abort', end, { once: true })
        outgoing.once('close', () => signal.removeEventListener('abort', end))
      },
      proxyRes: (reply, request) => exchangeOf(request).reply.resolve(reply),
      // Both, because a reset is told apart from other errors.
      error: (error, request) => exchangeOf(request).reply.reject(error),
      econnreset: (error, request) => exchangeOf(request).reply.reject(error),
    },
  })

  const send: Transport = async (call, signal) => {
    const request = freshRequest(tenant, call)
    const reply = Promise.withResolvers<IncomingMessage>()
    exchanges.set(request, { reply, signal })
    // A call that waits for a connection has no request yet that could be ended.
    signal.addEventListener('abort', () => reply.reject(signal.reason), { once: true })
    void proxy(request, new ServerResponse(request), reply.reject)
    const incoming = await reply.promise
    const body = createReplyBody(call.effect)
    for await (const chunk of incoming) body.add(chunk as Buffer)
    return readAnswer(incoming.statusCode ?? 0, incoming.headers, body.bytes())
  }
  return { send, close: () => agent.destroy() }
}

function freshRequest(tenant: Config['tenant'], { method, path, body }: OutboundCall): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.method = method
  request.url = path
  request.headers = headersFor(tenant, body)
  request.push(body)
  if (body !== null) request.push(null)
  request.complete = true
  return request
}

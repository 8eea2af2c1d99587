import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Sandbox } from '@goalkeeper/sandbox/start'
import { listen } from '#bff/listen.ts'

/** How the tenant answers: with what the sandbox says, or with a fault. */
export type EchoMode = 'faithful' | 'refusing' | 'server-error' | 'html' | 'cut'

/**
 * A tenant that says the access key it was sent wherever it says anything: in headers, in names and descriptions of goals, in
 * messages of refusals, in pages of HTML. Behind it stands a sandbox, which has a key of its own.
 */
export async function startEchoingTenant(sandbox: Sandbox) {
  let mode: EchoMode = 'faithful'
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const key = String(request.headers['accesskey'])
    const said = answer(mode, key, await askSandbox(sandbox, request))
    response.writeHead(said.status, {
      'content-type': said.type,
      'x-echo': key,
      'set-cookie': `key=${key}`,
      location: `https://tenant.example/${key}`,
    })
    if (mode === 'cut') response.write(said.text.slice(0, said.text.length / 2), () => response.destroy())
    else response.end(said.text)
  }
  const listening = await listen((request, response) => void serve(request, response), { host: '127.0.0.1', port: 0 })
  return {
    url: listening.url,
    answers(next: EchoMode) {
      mode = next
    },
    stop: () => listening.close(0),
  }
}

type Said = { status: number; type: string; text: string }

async function askSandbox(sandbox: Sandbox, request: IncomingMessage): Promise<Said> {
  const body = await text(request)
  const { method = 'GET', url = '/' } = request
  const reply = await fetch(sandbox.url + url, {
    method,
    headers: { accesskey: sandbox.accessKey, 'content-type': 'application/json', accept: 'application/json' },
    ...(body && { body }),
  })
  return { status: reply.status, type: 'application/json', text: await reply.text() }
}

function answer(mode: EchoMode, key: string, said: Said): Said {
  const asJson = JSON.stringify(key)
  switch (mode) {
    case 'refusing': {
      const message = `The key ${key} may not set this field`
      const body = { result: false, errorCode: '8009', errorDesc: message, message, exception: `com.gainsight.${key}` }
      return { status: 400, type: 'application/json', text: JSON.stringify(body) }
    }
    case 'server-error':
      return {
        status: 500,
        type: 'application/json',
        text: JSON.stringify({ message: key, exception: key, trace: key }),
      }
    case 'html':
      return {
        status: 200,
        type: 'text/html',
        text: `<html><title>${key}</title><body>accesskey: ${key}</body></html>`,
      }
    default:
      return {
        ...said,
        text: said.text.replaceAll(/"(Name|Description|requestId)":"/g, `"$1":${asJson.slice(0, -1)} `),
      }
  }
}

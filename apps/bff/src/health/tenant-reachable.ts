import * as texts from '@goalkeeper/texts/server/health'
import { connect as connectPlain, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'

/**
 * Connects to the tenant's address and hangs up: costs no call. Tries again until `patienceMs` are over, then throws with a
 * sentence for people.
 */
export async function checkTenantReachable(baseUrl: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      return await touch(new URL(baseUrl), Math.max(1_000, deadline - Date.now()))
    } catch (error) {
      if (Date.now() >= deadline) throw new TenantUnreachableError(baseUrl, error)
      await wait(250)
    }
  }
}

export class TenantUnreachableError extends Error {
  override name = 'TenantUnreachableError'
  constructor(baseUrl: string, cause: unknown) {
    super(texts.cannotBeReached(baseUrl, cause instanceof Error ? cause.message || cause.name : String(cause)), {
      cause,
    })
  }
}

function touch(url: URL, timeoutMs: number): Promise<void> {
  const isTls = url.protocol === 'https:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (isTls ? 443 : 80)
  return new Promise((resolve, reject) => {
    const socket: Socket = isTls ? connectTls({ host, port, servername: host }) : connectPlain({ host, port })
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error('no answer')))
    socket.once('error', reject)
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      socket.destroy()
      resolve()
    })
  })
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Send, TenantResponse } from '../src/client.ts'
import { sendFailure } from '../src/error.ts'

const timeoutMs = 30_000

/** Carries calls to a tenant with headers made from nothing; follows no redirect, so that the key stays with its host. */
export function tenantSend({ baseUrl, accessKey }: { baseUrl: string; accessKey: string }): Send {
  return async ({ method, path, body, signal = AbortSignal.timeout(timeoutMs) }) => {
    const headers = { accesskey: accessKey, accept: 'application/json', 'content-type': 'application/json' }
    try {
      const response = await fetch(baseUrl + path, { method, headers, body, signal, redirect: 'manual' })
      return { status: response.status, headers: response.headers, text: await response.text() }
    } catch (error) {
      // A call's effect is not known here, and a read that is told as a write is told too carefully at most.
      throw sendFailure(error, 'write')
    }
  }
}

/** How fast calls may go out, and how time passes. */
export type Pace = { calls: number; windowMs: number; now: () => number; wait: (ms: number) => Promise<unknown> }

/** Slow enough to leave room for everything else that uses the key: the tenant allows 100 a minute to all of them. */
export const gentlePace: Pace = { calls: 60, windowMs: 60_000, now: Date.now, wait: sleep }

/**
 * Lets at most so many calls out in any window, counted from their answers; when the tenant takes no more, asks again
 * in its next minute.
 */
export function pacedSend(send: Send, { calls, windowMs, now, wait }: Pace): Send {
  const answered: number[] = []
  return async (call) => {
    for (let refusals = 0; ; refusals++) {
      const oldest = answered.length < calls ? undefined : answered.at(-calls)
      if (oldest !== undefined) await wait(Math.max(0, oldest + windowMs - now()))
      const response = await send(call).finally(() => answered.push(now()))
      if (response.status !== 429 || refusals === 3) return response
      await wait(untilNextTry(response, now()))
    }
  }
}

function untilNextTry({ headers }: TenantResponse, now: number): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return seconds > 0 ? seconds * 1000 : 60_000 - (now % 60_000)
}

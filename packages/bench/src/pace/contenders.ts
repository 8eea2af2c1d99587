import axios from 'axios'
import axiosRetry from 'axios-retry'
import Bottleneck from 'bottleneck'
import PQueue from 'p-queue'
import pThrottle from 'p-throttle'
import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible'
import { setTimeout as wait } from 'node:timers/promises'
import type { Limit } from './limit.ts'

/** One call of the tenant: its status, and after how many seconds it may come again where the tenant says so. */
export type Call = () => Promise<{ status: number; retryAfter: number | null }>

/** Makes all calls, each until it is accepted; gives how many were given up. */
export type Contender = (calls: Call[], limit: Limit, call: TenantCall) => Promise<{ lost: number }>

/** The address and the body of each call, for libraries that send by themselves. */
export type TenantCall = { url: string; headers: Record<string, string>; bodies: object[] }

/** As many calls are under way at once, where the library leaves that to whoever uses it. */
const atOnce = 10

/** What a user would pick instead, each as its documentation says for so many calls in a window, and told to come again after a refusal. */
export const contenders: Record<string, Contender> = {
  'p-queue, strict': (calls, limit) => {
    const queue = new PQueue({
      concurrency: atOnce,
      intervalCap: limit.perWindow,
      interval: limit.windowSeconds * 1000,
      strict: true,
    })
    return all(calls, (call) => queue.add(call))
  },
  'p-throttle, strict': (calls, limit) => {
    const throttle = pThrottle({ limit: limit.perWindow, interval: limit.windowSeconds * 1000, strict: true })
    const throttled = throttle((call: Call) => call())
    return all(calls, (call) => throttled(call))
  },
  Bottleneck: (calls, limit) => {
    const limiter = new Bottleneck({
      maxConcurrent: atOnce,
      reservoir: limit.perWindow,
      reservoirRefreshAmount: limit.perWindow,
      reservoirRefreshInterval: limit.windowSeconds * 1000,
    })
    return all(calls, (call) => limiter.schedule(call)).finally(() => limiter.disconnect())
  },
  'rate-limiter-flexible, queue': (calls, limit) => {
    const memory = new RateLimiterMemory({ points: limit.perWindow, duration: limit.windowSeconds })
    const limiter = new RateLimiterQueue(memory, { maxQueueSize: calls.length })
    const places = new PQueue({ concurrency: atOnce })
    return all(calls, (call) => places.add(async () => (await limiter.removeTokens(1), call())))
  },
  'axios-retry': async (_, __, { url, headers, bodies }) => {
    const client = axios.create({ headers })
    axiosRetry(client)
    const places = new PQueue({ concurrency: atOnce })
    const sent = bodies.map((body) =>
      places.add(() =>
        client.put(url, body).then(
          () => 0,
          () => 1,
        ),
      ),
    )
    return { lost: (await Promise.all(sent)).reduce((sum: number, one) => sum + one, 0) }
  },
}

/** Sends each call through a limiter, and once more after a pause where the tenant refused it: half a second at first, then twice as long, up to 30 s, or as the tenant says. */
async function all(
  calls: Call[],
  limited: (call: Call) => Promise<Awaited<ReturnType<Call>>>,
): Promise<{ lost: number }> {
  const until = async (call: Call): Promise<void> => {
    for (let pause = 0.5; ; pause = Math.min(30, pause * 2)) {
      const { status, retryAfter } = await limited(call)
      if (status === 200) return
      if (status !== 429) throw new Error(`The tenant answered ${status}.`)
      await wait((retryAfter ?? pause * (0.5 + Math.random() / 2)) * 1000)
    }
  }
  await Promise.all(calls.map(until))
  return { lost: 0 }
}

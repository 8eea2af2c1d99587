import { timingSafeEqual, createHash } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { LimitClass } from '../limits/limits.ts'
import type { Runtime } from '../runtime.ts'
import { addressRefused, page, send, throttled, unauthorized, type Reply } from './send.ts'
import type { Verdict } from './stats.ts'

/** What the gate has to know of a call before it is understood. */
export interface Gated {
  name: string
  limitClass: LimitClass
  family: string
}

/** What every call passes first: it is counted, its key is looked at, and the limits are asked. */
export function gate(runtime: Runtime, { name, limitClass, family }: Gated): RequestHandler {
  return (req, res, next) => {
    const counted = runtime.switches.asynchronousPaths.includes(req.path) ? 'asynchronous' : limitClass
    const headers = Object.keys(req.headers)
    const settle = runtime.stats.arrive({
      method: req.method,
      path: req.path,
      route: name,
      limitClass: counted,
      headers,
    })
    const refuse = (verdict: Verdict, reply: Reply) => {
      settle(verdict)
      send(res, wantsPage(runtime, req) ? page(200) : reply)
    }
    if (runtime.switches.access === 'ip-refused') return refuse('unauthorized', addressRefused())
    if (!hasKey(req, runtime.accessKey)) return refuse('unauthorized', unauthorized())
    const waitMs = runtime.allowance.take(counted, family, Date.now())
    if (waitMs > 0) {
      const retryAfter = Math.ceil(waitMs / 1000)
      return refuse('throttled', { ...throttled(), ...(runtime.switches.retryAfter && { retryAfter }) })
    }
    settle('admitted')
    next()
  }
}

function hasKey(req: Request, accessKey: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(req.get('accesskey') ?? ''), digest(accessKey))
}

/** Some tenants answer an error with a page and status 200 to whoever does not ask for JSON (reference 1.4). */
export function wantsPage(runtime: Runtime, req: Request): boolean {
  return runtime.switches.htmlErrors === 'without-accept' && !req.get('accept')?.includes('application/json')
}

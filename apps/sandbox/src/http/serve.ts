import { setTimeout as wait } from 'node:timers/promises'
import type { Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import type { Call, PlannedWrite } from '../call.ts'
import { duration, type Misfortune } from '../faults/fault-list.ts'
import { ApiRefusal, GoalRefusal } from '../refusal.ts'
import type { Route } from '../routes.ts'
import type { Runtime } from '../runtime.ts'
import { wantsPage } from './gate.ts'
import { broken, json, noSuchRoute, page, refusalReply, send, throttled, type Reply } from './send.ts'

/** Carries out a call that was let in, as well as the faults in force allow. */
export function serve(runtime: Runtime, route: Route): RequestHandler {
  return async (req, res) => {
    if (route.lookup && runtime.switches.absent.includes(route.lookup)) return send(res, noSuchRoute())
    const { name, effect } = route
    const misfortune = runtime.faults.meet({ route: name, path: req.path, effect, gsid: namedGoal(req.body) })
    const { signal } = runtime.stopping
    try {
      await wait(duration(runtime.latencyMs, runtime.random) + misfortune.delayMs, undefined, { signal })
      const reply = await answer(runtime, route, req, misfortune)
      await wait(misfortune.replyDelayMs, undefined, { signal })
      deliver(res, reply)
    } catch (error) {
      if (!signal.aborted) throw error
      res.destroy()
    }
  }
}

/** A reply, or the way in which there is none: `drop` cuts the connection, `cut` does so in the middle of the reply. */
type Delivery =
  | { how: 'send' | 'cut'; reply: Reply; headers?: Record<string, string> }
  | { how: 'drop' }
  | { how: 'silence' }

async function answer(runtime: Runtime, route: Route, req: Request, { fault }: Misfortune): Promise<Delivery> {
  if (fault?.kind === 'drop-before-apply') return { how: 'drop' }
  if (fault?.kind === 'throttle') {
    return {
      how: 'send',
      reply: throttled(),
      ...(fault.retryAfter !== undefined && { headers: { 'retry-after': String(fault.retryAfter) } }),
    }
  }
  try {
    if (fault?.kind === 'refuse') throw refusalOf(route, fault)
    const carryOut = fault && 'applied' in fault ? fault.applied : true
    const call = callOf(runtime, req)
    const body =
      route.effect === 'read' ? route.handle(call) : await write(runtime, route.handle(call), carryOut, fault)
    return mishap(json(200, body), fault)
  } catch (error) {
    const reply = refusalReply(error, req.path, runtime.switches)
    if (!reply) throw error
    return { how: 'send', reply: wantsPage(runtime, req) ? page(200) : reply }
  }
}

/** Applies a write now, later or not at all, and gives the reply of one that went well. */
async function write(
  runtime: Runtime,
  planned: PlannedWrite,
  carryOut: boolean,
  fault: Misfortune['fault'],
): Promise<unknown> {
  const { goal, body } = planned.outcome()
  if (fault?.kind === 'apply-late') {
    applyLate(runtime, planned, fault.ms)
  } else if (carryOut) {
    await runtime.applyGoal(goal)
  }
  return body
}

function applyLate(runtime: Runtime, planned: PlannedWrite, ms: number): void {
  const { stats } = runtime
  stats.late += 1
  const timer = setTimeout(() => {
    stats.late -= 1
    void runtime.applyGoal(planned.outcome().goal)
  }, ms)
  runtime.stopping.signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
}

/** What becomes of a good reply. */
function mishap(reply: Reply, fault: Misfortune['fault']): Delivery {
  switch (fault?.kind) {
    case 'drop-after-apply':
      return { how: 'drop' }
    case 'apply-late':
      return {
        drop: { how: 'drop' },
        success: { how: 'send', reply },
        'server-error': { how: 'send', reply: broken() },
      }[fault.answer] as Delivery
    case 'no-answer':
      return { how: 'silence' }
    case 'server-error':
      return { how: 'send', reply: broken(fault.status) }
    case 'html':
      return { how: 'send', reply: page(fault.status) }
    case 'truncated-json':
      return { how: 'send', reply: { ...reply, text: reply.text.slice(0, reply.text.length / 2) } }
    case 'cut-reply':
      return { how: 'cut', reply }
    default:
      return { how: 'send', reply }
  }
}

function deliver(res: Response, delivery: Delivery): void {
  if (delivery.how === 'silence' || res.destroyed) return
  if (delivery.how === 'drop') return void res.socket?.destroy()
  if (delivery.how === 'send') {
    for (const [name, value] of Object.entries(delivery.headers ?? {})) res.setHeader(name, value)
    return send(res, delivery.reply)
  }
  const { status, contentType, text } = delivery.reply
  const half = Buffer.from(text).subarray(0, Buffer.byteLength(text) / 2)
  res.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) })
  res.write(half, () => res.socket?.destroy())
}

function callOf({ tenant, matches, switches }: Runtime, req: Request): Call {
  return {
    body: req.body,
    params: z.record(z.string(), z.string()).parse(req.params),
    query: req.query,
    now: Date.now(),
    tenant,
    matches,
    switches,
  }
}

function refusalOf(route: Route, fault: { error: GoalRefusal['error']; message: string }): Error {
  return route.family === 'csgoal'
    ? new GoalRefusal(fault.error, fault.message)
    : new ApiRefusal(400, 'GSOBJ_1008', fault.message)
}

const updateSchema = z.object({ requests: z.array(z.object({ record: z.object({ Gsid: z.string() }) })) })

function namedGoal(body: unknown): string | undefined {
  return updateSchema.safeParse(body).data?.requests[0]?.record.Gsid
}

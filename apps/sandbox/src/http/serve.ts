import { setTimeout as timer } from 'node:timers/promises'
import type { Request, RequestHandler } from 'express'
import { z } from 'zod'
import type { Call, PlannedWrite } from '../call.ts'
import { duration, type Misfortune } from '../faults/fault-list.ts'
import { ApiRefusal, GoalRefusal } from '../refusal.ts'
import type { Route } from '../routes.ts'
import type { Runtime } from '../runtime.ts'
import { deliver, deliveryOf } from './delivery.ts'
import { wantsPage } from './gate.ts'
import { json, noSuchRoute, page, refusalReply, send, type Reply } from './send.ts'

/** Carries out a call that was let in, as well as the faults in force allow. */
export function serve(runtime: Runtime, route: Route): RequestHandler {
  return async (req, res) => {
    if (route.lookUps.some((lookUp) => runtime.switches.absent.includes(lookUp))) return send(res, noSuchRoute())
    const target = { route: route.name, path: req.path, effect: route.effect, gsid: namedGoal(req.body) }
    const misfortune = runtime.faults.meet(target)
    try {
      await pause(runtime, duration(runtime.latencyMs, runtime.random) + misfortune.delayMs)
      const reply = await replyTo(runtime, route, req, misfortune.fault)
      await pause(runtime, misfortune.replyDelayMs)
      deliver(res, deliveryOf(reply, misfortune.fault))
    } catch (error) {
      if (!runtime.stopping.signal.aborted) throw error
      res.destroy()
    }
  }
}

/** Waits, or rejects as soon as the sandbox stops. */
async function pause({ stopping }: Runtime, ms: number): Promise<void> {
  if (ms > 0) await timer(ms, undefined, { signal: stopping.signal })
}

/** The reply that the tenant would give; a write may be applied on the way. */
async function replyTo(runtime: Runtime, route: Route, req: Request, fault: Misfortune['fault']): Promise<Reply> {
  try {
    if (fault?.kind === 'refuse') throw refusalOf(route, fault)
    const call = callOf(runtime, req)
    return json(200, route.effect === 'read' ? route.handle(call) : await write(runtime, route.handle(call), fault))
  } catch (error) {
    const reply = refusalReply(error, req.path, runtime.switches)
    if (!reply) throw error
    return wantsPage(runtime, req) ? page(200) : reply
  }
}

/** Applies a write now, later or not at all; gives the body of the reply that says it went well. */
async function write(runtime: Runtime, planned: PlannedWrite, fault: Misfortune['fault']): Promise<unknown> {
  const { goal, body } = planned.outcome()
  if (fault?.kind === 'apply-late') runtime.applyLater(planned, fault.ms)
  else if (isApplied(fault)) await runtime.applyWrite(goal)
  return body
}

function isApplied(fault: Misfortune['fault']): boolean {
  if (fault && 'applied' in fault) return fault.applied
  return fault?.kind !== 'drop-before-apply' && fault?.kind !== 'throttle'
}

const paramsSchema = z.record(z.string(), z.string())

function callOf({ tenant, matches, switches, random }: Runtime, { body, params, query }: Request): Call {
  return { body, params: paramsSchema.parse(params), query, now: Date.now(), tenant, matches, switches, random }
}

function refusalOf(route: Route, { error, message }: { error: GoalRefusal['error']; message: string }): Error {
  return route.family === 'csgoal' ? new GoalRefusal(error, message) : new ApiRefusal(400, 'GSOBJ_1008', message)
}

const updateSchema = z.object({ requests: z.array(z.object({ record: z.object({ Gsid: z.string() }) })) })
const fetchOfOneSchema = z.object({
  where: z.object({
    conditions: z.tuple([
      z.object({ fieldName: z.literal('Gsid'), operator: z.literal('EQ'), value: z.tuple([z.string()]) }),
    ]),
  }),
})

/** The goal that an update changes, or that a fetch asks for by its Gsid alone. */
function namedGoal(body: unknown): string | undefined {
  const update = updateSchema.safeParse(body).data
  if (update) return update.requests[0]?.record.Gsid
  return fetchOfOneSchema.safeParse(body).data?.where.conditions[0].value[0]
}

import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express'
import { z } from 'zod'
import type { Runtime } from '../runtime.ts'
import { guardControl } from './control-guard.ts'
import { changeByHand, readRecord, type HandChange, type StoredRecord } from './by-hand.ts'

const faultsBody = z.strictObject({ faults: z.array(z.unknown()) })
const changeBody = z.strictObject({
  record: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  links: z.strictObject({ CTA: z.array(z.string()).optional(), SP: z.array(z.string()).optional() }).optional(),
}) satisfies z.ZodType<HandChange>

const gsidOf = (req: Request) => String(req.params['gsid'])

/** How a test looks at the tenant and makes it misbehave, beside its API. Costs no calls. */
export function controlRouter(runtime: Runtime): Router {
  const router = Router()
  router.use(guardControl, express.json({ limit: '10mb', type: () => true }))
  router.get('/stats', (_req, res) => void res.json(runtime.report()))
  router.get('/faults', (_req, res) => void res.json({ faults: runtime.faults.report() }))
  router.post('/faults', (req, res) => {
    runtime.faults.replace(faultsBody.parse(req.body).faults)
    res.json({ faults: runtime.faults.report() })
  })
  router.get('/switches', (_req, res) => void res.json(runtime.switches))
  router.post('/switches', (req, res) => {
    runtime.setSwitches(req.body)
    res.json(runtime.switches)
  })
  router.post('/reset', async (_req, res) => {
    await runtime.reset()
    res.json({ goals: runtime.tenant.goals.table.rows.length })
  })
  router.get('/records/:gsid', (req, res) => sendRecord(res, readRecord(runtime, gsidOf(req))))
  router.post('/records/:gsid', async (req, res) => {
    sendRecord(res, await changeByHand(runtime, gsidOf(req), changeBody.parse(req.body)))
  })
  router.post('/records/:gsid/delete', async (req, res) => {
    const isRemoved = await runtime.removeRecord(gsidOf(req))
    res.status(isRemoved ? 200 : 404).json({ removed: isRemoved })
  })
  router.use((_req, res) => void res.status(404).json({ error: 'The sandbox has no such control; see its README.' }))
  router.use(answerError)
  return router
}

function sendRecord(res: Response, record: StoredRecord | null): void {
  res.status(record ? 200 : 404).json(record ?? { error: 'There is no such record.' })
}

const answerError: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (error instanceof z.ZodError) return void res.status(400).json({ error: z.prettifyError(error) })
  if (error instanceof SyntaxError) return void res.status(400).json({ error: error.message })
  next(error)
}

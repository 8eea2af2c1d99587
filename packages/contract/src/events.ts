import { z } from 'zod'
import { budgetSchema, syncSchema } from './status.ts'
import { writeSchema } from './writes.ts'

/** What the server tells open screens as it happens: `GET /api/events`, server-sent events, the event's name in `type`. */
export const serverEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('budget'), budget: budgetSchema }),
  z.object({ type: z.literal('sync'), sync: syncSchema }),
  /** Goals that changed in the index; `all` when too many to name. */
  z.object({ type: z.literal('goals'), gsids: z.array(z.string()), all: z.boolean() }),
  z.object({ type: z.literal('write'), write: writeSchema }),
  /** A change set moved on: screens that show it read it again. */
  z.object({ type: z.literal('change-set'), id: z.string() }),
  /** Views, tabs or list links changed. */
  z.object({ type: z.literal('views') }),
  /** Statuses, fields, settings, capabilities or stop-all changed. */
  z.object({ type: z.literal('connection') }),
  /** Roles, sessions or tokens changed: who one is has to be asked again. */
  z.object({ type: z.literal('people') }),
])
export type ServerEvent = z.infer<typeof serverEventSchema>

export const eventsPath = '/api/events'

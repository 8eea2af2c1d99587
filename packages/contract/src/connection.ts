import * as texts from '@goalkeeper/texts/contract'
import { z } from 'zod'
import { meaningSchema, statusSchema } from './catalogue.ts'
import { endpoint } from './endpoint.ts'
import { capabilitySchema } from './status.ts'

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, texts.mustBeATimeSuchAs)

const timeZone = z.string().refine(isTimeZone, { error: texts.mustBeATimeZoneSuch })

/** Not looked up in a list: browsers know a zone by its newer name, or by its older one. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const quietHoursSchema = z
  .strictObject({ from: timeOfDay, to: timeOfDay, timeZone })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: texts.mustBeAnotherTimeThanThe })

export type QuietHours = z.infer<typeof quietHoursSchema>

/** How the tenant's limits are divided. */
export const pacingSchema = z.strictObject({
  /** Percentage of the tenant's limits that Goalkeeper may use; null: as GAINSIGHT_SHARE says. */
  share: z.int().min(1).max(100).nullable(),
  /**
   * Percentage of that share which changes leave free for people; scripts leave half as much again, the sync twice as much. Long runs of changes
   * leave none: they are spread evenly, so that a call comes free every moment.
   */
  reserve: z.int().min(0).max(45),
  /** Percentage of that share which scripts may use at once. */
  scripts: z.int().min(1).max(100),
  /** When Goalkeeper reads nothing on its own, so that other integrations have the key to themselves. */
  quietHours: quietHoursSchema.nullable(),
})

export type Pacing = z.infer<typeof pacingSchema>

/** As it is while no admin has said otherwise. */
export const usualPacing: Pacing = { share: null, reserve: 15, scripts: 50, quietHours: null }

/** Settings that an admin types in because the tenant will not tell. */
export const settingsSchema = z.object({
  /** `{gsid}`, `{companyId}`, `{relationshipId}` are filled in; null hides "Open in Gainsight". */
  addressPattern: z.url().nullable(),
  /** A custom text field that is stamped on creates with the write's id, as proof. */
  correlationField: z.string().nullable(),
  /** Fields typed in, used when describe is not available. */
  typedFields: z.array(z.object({ name: z.string().regex(/^\w+__gc$/), label: z.string(), dataType: z.string() })),
  /** Company attributes shown as columns, by the tenant's field name. */
  companyAttributes: z.array(z.string()),
  pacing: pacingSchema,
})

export type Settings = z.infer<typeof settingsSchema>

export const readSettings = endpoint({
  method: 'GET',
  path: '/api/settings',
  needs: 'read',
  summary: 'Settings of this installation.',
  result: settingsSchema,
})

export const saveSettings = endpoint({
  method: 'PUT',
  path: '/api/settings',
  needs: 'connect',
  summary: 'Saves the settings; missing keys stay as they are.',
  body: settingsSchema.partial().strict(),
  result: settingsSchema,
})

export const saveStatuses = endpoint({
  method: 'PUT',
  path: '/api/statuses',
  needs: 'connect',
  summary:
    'Saves meaning, order and colour of the statuses. A status that the tenant does not list is typed in this way.',
  body: z.strictObject({
    statuses: z
      .array(
        z.strictObject({
          id: z.string().nullable(),
          name: z.string().trim().min(1).max(200),
          meaning: meaningSchema,
          order: z.number(),
          color: z
            .string()
            .regex(/^#[0-9a-f]{6}$/i)
            .nullable(),
        }),
      )
      .min(1),
  }),
  result: z.object({ statuses: z.array(statusSchema) }),
})

export const probeTenant = endpoint({
  method: 'POST',
  path: '/api/connection/probe',
  needs: 'connect',
  summary: 'Finds out again what the tenant can do. Reads only; says what each probe found.',
  result: z.object({ capabilities: z.array(capabilitySchema), calls: z.number() }),
})

/** One step of the write check: what was sent, what was read back. */
export const writeCheckStepSchema = z.object({
  name: z.string(),
  label: z.string(),
  state: z.enum(['passed', 'failed', 'skipped']),
  detail: z.string(),
})

export const runWriteCheck = endpoint({
  method: 'POST',
  path: '/api/connection/write-check',
  needs: 'connect',
  summary:
    'Sets, clears, links, unlinks and puts back on one goal, and learns from it what writing can do. Never creates.',
  body: z.strictObject({
    gsid: z.string(),
    ctaId: z.string().nullable().default(null),
    planId: z.string().nullable().default(null),
  }),
  result: z.object({
    passed: z.boolean(),
    steps: z.array(writeCheckStepSchema),
    capabilities: z.array(capabilitySchema),
  }),
})

export const setStopped = endpoint({
  method: 'PUT',
  path: '/api/connection/stopped',
  needs: 'stop',
  summary: 'Stops every call to the tenant, or lets them go again.',
  body: z.strictObject({ stopped: z.boolean() }),
  result: z.object({ stopped: z.boolean() }),
})

export const readHealth = endpoint({
  method: 'GET',
  path: '/healthz',
  needs: 'none',
  summary: 'The process runs.',
  result: z.object({ ok: z.literal(true) }),
})

export const readReadiness = endpoint({
  method: 'GET',
  path: '/readyz',
  needs: 'none',
  summary: 'It can serve.',
  result: z.object({ ready: z.boolean() }),
})

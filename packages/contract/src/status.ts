import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** What was found out about one thing that the documentation leaves open, and what is used because of it. */
export const capabilitySchema = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['read', 'write']),
  state: z.enum(['yes', 'no', 'unknown']),
  /** What the tenant did. */
  found: z.string(),
  /** What Goalkeeper does because of it. */
  used: z.string(),
  checkedAt: z.number().nullable(),
})

export type Capability = z.infer<typeof capabilitySchema>

export const lanes = ['people', 'changes', 'scripts', 'sync'] as const

/** The call budget as the meter draws it. */
export const budgetSchema = z.object({
  /** Our share of the tenant's limits, and the limits themselves. */
  minute: z.object({
    limit: z.number(),
    tenantLimit: z.number(),
    used: z.number(),
    free: z.number(),
    windowSeconds: z.number(),
  }),
  day: z.object({ limit: z.number(), tenantLimit: z.number(), used: z.number(), forecast: z.number() }),
  /** Calls of the last window, oldest first: seconds ago and lane. */
  recent: z.array(z.object({ secondsAgo: z.number(), lane: z.enum(lanes) })),
  waiting: z.array(z.object({ lane: z.enum(lanes), label: z.string(), seconds: z.number() })),
  /** Set while the tenant refuses, or refused lately: someone else is using the key. */
  refusals: z
    .object({ count: z.number(), since: z.number(), pausedUntil: z.number().nullable(), pacePerMinute: z.number() })
    .nullable(),
  stopped: z.boolean(),
  /** While the quiet hours last: when they are over, epoch milliseconds. Until then nothing is read but what somebody asks for. */
  quietUntil: z.number().nullable(),
  /** The percentage of the tenant's limits that Goalkeeper may use while no admin says otherwise. */
  usualShare: z.number(),
})

export type Budget = z.infer<typeof budgetSchema>

export const syncSchema = z.object({
  state: z.enum(['waiting', 'sweeping', 'idle', 'failing', 'stopped']),
  /** Goals in the index now. */
  goals: z.number(),
  /** The index is known to hold every goal of the tenant. */
  complete: z.boolean(),
  /** When the last complete sweep ended. Epoch milliseconds. */
  completedAt: z.number().nullable(),
  /** When the tenant last answered a sync call. */
  answeredAt: z.number().nullable(),
  /** Why it fails, in a sentence. */
  problem: z.string().nullable(),
  /** What keeps it from being complete, in a sentence. */
  incompleteBecause: z.string().nullable(),
  callsPerDay: z.number(),
  intervalSeconds: z.number(),
})

export type Sync = z.infer<typeof syncSchema>

export const writeModes = ['ask', 'on', 'off'] as const

/** What empties a field in an update of this tenant: null, an empty text, or nothing at all. */
export const clearWordSchema = z.enum(['null', 'empty', 'never'])

export type ClearWord = z.infer<typeof clearWordSchema>

/** The word for each field that the write check tries, and for custom fields, which it does not. `null` where nothing is known yet. */
export const clearBySchema = z.object({
  DueDate: clearWordSchema,
  Description: clearWordSchema,
  custom: clearWordSchema,
})

export type ClearBy = z.infer<typeof clearBySchema>

export const statusReportSchema = z.object({
  tenant: z.object({ label: z.string(), baseUrl: z.string(), sandbox: z.boolean() }),
  /** HMAC of the access key under a secret of this installation; tells two keys apart and nothing else. */
  fingerprint: z.string(),
  budget: budgetSchema,
  sync: syncSchema,
  writes: z.object({
    mode: z.enum(writeModes),
    allowed: z.boolean(),
    /** Why writing is not possible now, in a sentence; null when it is. */
    reason: z.string().nullable(),
    unsettled: z.number(),
    clearBy: clearBySchema,
  }),
  capabilities: z.array(capabilitySchema),
  /** Statuses without a meaning: the first-run question has to be asked. */
  statusesUnanswered: z.number(),
  addressPattern: z.string().nullable(),
  version: z.string(),
})

export type StatusReport = z.infer<typeof statusReportSchema>

export const readStatus = endpoint({
  method: 'GET',
  path: '/api/status',
  needs: 'read',
  summary: 'Tenant, key fingerprint, budget, sync and capabilities at this moment.',
  result: statusReportSchema,
})

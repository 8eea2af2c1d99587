import { filterTreeSchema } from '@goalkeeper/filter/tree'
import { customValueSchema } from '@goalkeeper/gainsight/goal-parts'
import { gsidSchema } from '@goalkeeper/gainsight/gsid'
import { z } from 'zod'
import { mostGoals, rowParts, rowStates } from './change-parts.ts'
import { endpoint } from './endpoint.ts'
import { fieldValueSchema, searchTextSchema } from './goals.ts'

/** A change set can be undone for so long after it has ended. */
export const undoDays = 30
/** A run stops by itself after so many equal refusals in a row, unless told otherwise. */
export const usualStopAfter = 5

const linkKind = z.enum(['CTA', 'SP'])
const text = z.string().max(131_072)

/**
 * What is done to every goal of a change set. Fields by the names that the tenant's update gives them (StatusName, DueDate,
 * Description, Name, `…__gc`).
 */
export const deedSchema = z.discriminatedUnion('kind', [
  /** Sets a field to one value; null empties it. */
  z.strictObject({
    kind: z.literal('set'),
    field: z.union([z.enum(['StatusName', 'DueDate', 'Description']), z.string().regex(/^\w+__gc$/)]),
    value: customValueSchema,
  }),
  /** Moves the due date by calendar days; a goal without one is a problem. */
  z.strictObject({ kind: z.literal('move-due'), days: z.int().min(-3_660).max(3_660) }),
  /** Adds HTML behind the description as the tenant holds it. */
  z.strictObject({ kind: z.literal('append'), html: text.min(1) }),
  /** Replaces words in names, every time they stand there. */
  z.strictObject({
    kind: z.literal('replace-in-name'),
    find: z.string().min(1).max(200),
    replace: z.string().max(200),
    matchCase: z.boolean(),
  }),
  /** Links or unlinks these very CTAs and success plans. */
  z.strictObject({ kind: z.enum(['link', 'unlink']), link: linkKind, gsids: z.array(gsidSchema).min(1).max(50) }),
  /** Links the success plan of each goal's own company that has this type and status; null is any. */
  z.strictObject({ kind: z.literal('link-plan'), type: z.string().nullable(), status: z.string().nullable() }),
  /** Links the open CTAs of each goal's own company whose name equals the goal's. */
  z.strictObject({ kind: z.literal('link-ctas-by-name') }),
  /** Links one in the place of another, where that other is linked. */
  z.strictObject({ kind: z.literal('replace-link'), link: linkKind, from: gsidSchema, to: gsidSchema }),
])
export type Deed = z.infer<typeof deedSchema>

/**
 * draft: being looked at, nothing is sent. scheduled: starts at its time. running. paused: by a person, or by itself.
 * done: no row is queued, sent or unknown any more. cancelled: the rest was given up.
 */
export const changeStates = ['draft', 'scheduled', 'running', 'paused', 'done', 'cancelled'] as const
export const changeStateSchema = z.enum(changeStates)
export type ChangeState = z.infer<typeof changeStateSchema>

/**
 * The ledger: queued: waits for its turn. sent: on its way. confirmed, failed: the tenant said so, or reading has shown it.
 * unknown: sent, and not found out yet. skipped: not sent, because the goal changed since the preview or the rest was given up.
 */
export const rowStateSchema = z.enum(rowStates)
export type RowState = z.infer<typeof rowStateSchema>

/** What the rows of a change set were made from. */
export const changeOrigins = ['goals', 'import', 'review', 'undo'] as const
export type ChangeOrigin = (typeof changeOrigins)[number]

/** One field of one goal, before and after. For links the field is CTA or SP and the values are Gsids. Statuses stand as names. */
export const differenceSchema = z.object({ field: z.string(), before: fieldValueSchema, after: fieldValueSchema })
export type Difference = z.infer<typeof differenceSchema>

/** A goal of a change set: what will become of it, and what has. Of a new goal every difference has `before` null. */
export const changeRowSchema = z.object({
  /** Its place in the change set, from 1. */
  row: z.number(),
  kind: z.enum(['update', 'create']),
  /** Null for a goal that is not there yet: one that is to be created, or whose creation has not been found out. */
  gsid: z.string().nullable(),
  name: z.string(),
  companyName: z.string().nullable(),
  differences: z.array(differenceSchema),
  /** False: taken out by hand, and never sent. */
  included: z.boolean(),
  /** Why it cannot be sent, in a sentence; it is not, while that stands. */
  problem: z.string().nullable(),
  /** What a person can do about it. */
  remedy: z.string().nullable(),
  /** Records that a rule found and of which a person has to pick one. */
  choices: z.array(z.object({ gsid: z.string(), name: z.string(), hint: z.string().nullable() })),
  /** Values that a person has put in the place of the deeds', by field. */
  altered: z.record(z.string(), customValueSchema),
  /** Why it cannot be taken back, in a sentence; null when it can. */
  notUndoable: z.string().nullable(),
  /** Null in a draft. */
  state: rowStateSchema.nullable(),
  /** A sentence on the outcome: the tenant's refusal, why it was skipped, why it is unknown. */
  reason: z.string().nullable(),
  /** Of a row that was skipped because its goal changed: how the fields that it touches stand in Gainsight. */
  meanwhile: z.array(z.object({ field: z.string(), value: fieldValueSchema })),
  /** The journal's entry, and the tenant's own id of the request. */
  writeId: z.string().nullable(),
  requestId: z.string().nullable(),
  settledAt: z.number().nullable(),
})
export type ChangeRow = z.infer<typeof changeRowSchema>

const countsSchema = z.object({
  /** Goals that were chosen: rows, and those that are so already. */
  goals: z.number(),
  unchanged: z.number(),
  /** Of the draft: what will be sent, what cannot be, what was taken out. */
  willChange: z.number(),
  problems: z.number(),
  excluded: z.number(),
  /** Of the ledger. */
  queued: z.number(),
  sent: z.number(),
  confirmed: z.number(),
  failed: z.number(),
  unknown: z.number(),
  skipped: z.number(),
})

export const changeSetSchema = z.object({
  id: z.string(),
  state: changeStateSchema,
  /** The deeds as a sentence: `Set status to Retired`. */
  title: z.string(),
  /** Where the rows come from, with the id of the import, the review, or the change set that is taken back. */
  origin: z.object({ kind: z.enum(changeOrigins), id: z.string().nullable() }),
  /** What is done to every goal; empty where each row has its own, as in an import. */
  deeds: z.array(deedSchema),
  /** The filter by which the goals were chosen, if they were; the Gsids are frozen all the same. */
  filter: filterTreeSchema.nullable(),
  reason: z.string(),
  createdBy: z.string(),
  createdAt: z.number(),
  /** Who let it run, and when. */
  startedBy: z.string().nullable(),
  startedAt: z.number().nullable(),
  /** When it is to start; null at once. */
  startAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  stopAfter: z.number(),
  /** Why it is paused, in a sentence. */
  pausedBecause: z.string().nullable(),
  counts: countsSchema,
  /** Problems, most frequent first, with what a person can do about each. */
  problems: z.array(z.object({ problem: z.string(), remedy: z.string().nullable(), count: z.number() })),
  /** Calls that are still to be made with the checks, and when the last of them is expected at the present budget. */
  cost: z.object({ writes: z.number(), checks: z.number(), seconds: z.number(), doneAt: z.number() }),
  /** The change set that takes this one back. */
  undoneBy: z.string().nullable(),
  /** Until when it can be taken back; null when nothing of it can. */
  undoUntil: z.number().nullable(),
})
export type ChangeSet = z.infer<typeof changeSetSchema>

const idParams = z.object({ id: z.uuid() })
const rowParams = z.object({ id: z.uuid(), row: z.coerce.number().int().min(1) })

export const createChangeSet = endpoint({
  method: 'POST',
  path: '/api/changes',
  needs: 'change',
  summary:
    'Makes a draft: freezes the goals and works out every difference. Costs no call unless a rule has to look for links.',
  body: z.strictObject({
    goals: z.union([
      z.strictObject({ gsids: z.array(gsidSchema).min(1).max(mostGoals) }),
      /** `except`: goals that were taken out of "all matching". */
      z.strictObject({
        filter: filterTreeSchema.nullable(),
        search: searchTextSchema.optional(),
        today: z.iso.date().optional(),
        except: z.array(gsidSchema).max(mostGoals).default([]),
      }),
    ]),
    deeds: z.array(deedSchema).min(1).max(20),
    reason: z.string().trim().max(1_000).default(''),
  }),
  result: changeSetSchema,
})

export const listChangeSets = endpoint({
  method: 'GET',
  path: '/api/changes',
  needs: 'read',
  summary: 'Change sets, newest first: those that are under way, then the rest.',
  query: z.object({
    state: changeStateSchema.optional(),
    /** The id of the last one seen. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  result: z.object({ changes: z.array(changeSetSchema), more: z.boolean() }),
})

export const readChangeSet = endpoint({
  method: 'GET',
  path: '/api/changes/:id',
  needs: 'read',
  summary: 'One change set: how it stands, what it costs, when it will be done.',
  params: idParams,
  result: changeSetSchema,
})

export const saveChangeSet = endpoint({
  method: 'PUT',
  path: '/api/changes/:id',
  needs: 'change',
  summary: 'Changes a draft; other deeds work out every difference anew, against the goals as they are now.',
  params: idParams,
  body: z.strictObject({
    deeds: z.array(deedSchema).min(1).max(20).optional(),
    reason: z.string().trim().max(1_000).optional(),
    stopAfter: z.int().min(1).max(1_000).optional(),
  }),
  result: changeSetSchema,
})

export const deleteChangeSet = endpoint({
  method: 'DELETE',
  path: '/api/changes/:id',
  needs: 'change',
  summary: 'Throws a draft away. What has run stays.',
  params: idParams,
  result: z.object({ deleted: z.literal(true) }),
})

export const queryChangeRows = endpoint({
  method: 'POST',
  path: '/api/changes/:id/rows',
  needs: 'read',
  summary: 'A window of the goals of a change set in their order, problems of a draft first.',
  params: idParams,
  body: z.strictObject({
    part: z.enum(rowParts).default('all'),
    /** Words of the goal or the company. */
    search: z.string().max(200).default(''),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(500).default(100),
  }),
  result: z.object({ rows: z.array(changeRowSchema), total: z.number() }),
})

export const saveChangeRow = endpoint({
  method: 'PUT',
  path: '/api/changes/:id/rows/:row',
  needs: 'change',
  summary: 'Takes one goal of a draft out or in again, or gives it values of its own (null takes them back).',
  params: rowParams,
  body: z.strictObject({
    included: z.boolean().optional(),
    altered: z.record(z.string(), customValueSchema).nullable().optional(),
    /** Of the choices that a rule found. */
    choice: gsidSchema.optional(),
  }),
  result: changeRowSchema,
})

export const saveChangeRows = endpoint({
  method: 'PUT',
  path: '/api/changes/:id/rows',
  needs: 'change',
  summary: 'Takes all goals of one part of a draft out or in again.',
  params: idParams,
  body: z.strictObject({ part: z.enum(['all', 'problems', 'excluded']), included: z.boolean() }),
  result: changeSetSchema,
})

export const runChangeSet = endpoint({
  method: 'POST',
  path: '/api/changes/:id/run',
  needs: 'change',
  summary:
    'Lets a draft run, now or at a time. `expected` is the number of goals that the caller saw: another one is refused.',
  params: idParams,
  body: z.strictObject({
    expected: z.int().min(1),
    /** Runs so many first and pauses. */
    first: z.int().min(1).max(100).optional(),
    /** Epoch milliseconds. */
    startAt: z.int().optional(),
  }),
  result: changeSetSchema,
})

export const pauseChangeSet = endpoint({
  method: 'POST',
  path: '/api/changes/:id/pause',
  needs: 'change',
  summary: 'Pauses a run: what is on its way is settled, nothing more is sent.',
  params: idParams,
  result: changeSetSchema,
})

export const resumeChangeSet = endpoint({
  method: 'POST',
  path: '/api/changes/:id/resume',
  needs: 'change',
  summary: 'Lets a paused run go on.',
  params: idParams,
  result: changeSetSchema,
})

export const cancelChangeSet = endpoint({
  method: 'POST',
  path: '/api/changes/:id/cancel',
  needs: 'change',
  summary: 'Gives up the rest: queued goals are skipped, what is on its way is settled.',
  params: idParams,
  result: changeSetSchema,
})

export const retryChangeSet = endpoint({
  method: 'POST',
  path: '/api/changes/:id/retry',
  needs: 'change',
  summary:
    'Queues again what failed, or what was skipped because its goal had changed: against the goals as they are now.',
  params: idParams,
  body: z.strictObject({ part: z.enum(['failed', 'meanwhile']) }),
  result: changeSetSchema,
})

export const undoChangeSet = endpoint({
  method: 'POST',
  path: '/api/changes/:id/undo',
  needs: 'change',
  summary: 'Makes a draft that takes the confirmed goals back, and leaves out what has moved on since.',
  params: idParams,
  result: changeSetSchema,
})

/** The ledger as CSV, all of it or one part (`?part=`), streamed. */
export const changeExportPath = '/api/changes/:id/export.csv'

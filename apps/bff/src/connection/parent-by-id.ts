import * as texts from '@goalkeeper/texts/server/connection'
import { parentFields } from '@goalkeeper/gainsight/goal-parts'
import { z } from 'zod'
import type { Finding } from './capability-store.ts'

const createSchema = z.object({ requests: z.tuple([z.object({ record: z.record(z.string(), z.unknown()) })]) })
const replySchema = z.object({ goal: z.record(z.string(), z.unknown()) })
const fields = Object.values(parentFields).map(({ id }) => id)

/** What a confirmed create shows about naming the parent by id; null when it did not, or when the reply does not tell the parent. */
export function parentByIdFinding(settled: {
  kind: 'create' | 'update'
  request: unknown
  data: unknown
}): Finding | null {
  if (settled.kind !== 'create') return null
  const sent = createSchema.safeParse(settled.request).data?.requests[0].record
  const made = replySchema.safeParse(settled.data).data?.goal
  const field = fields.find((id) => sent && id in sent)
  if (!sent || !made || !field || made[field] === undefined) return null
  return made[field] === sent[field]
    ? { state: 'yes', found: texts.aGoalWasCreatedUnderThe(field) }
    : { state: 'no', found: texts.aGoalWasCreatedWithAnother(field) }
}

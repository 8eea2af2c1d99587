import { z } from 'zod'
import { recall, remember } from '#web/shared/storage/remembered.ts'

const keptSchema = z.object({
  drafts: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** The version of the goal that the person saw; null for a new goal. */
  etag: z.string().nullable(),
  /** The write by which a new goal was sent and whose end was not known when this was kept. */
  writeId: z.uuid().nullable().default(null),
  /** Epoch milliseconds. */
  at: z.number(),
})
/** What was typed and not saved: only fields that differ from what they began with. */
export type KeptDraft = z.infer<typeof keptSchema>

/** Under which name a form keeps its drafts: per tenant and key, so that no draft goes to another tenant. */
export const draftName = (fingerprint: string, form: string) => `draft.${fingerprint}.${form}`

export function recallDraft(name: string): KeptDraft | null {
  const text = recall(name)
  if (text === null) return null
  try {
    return keptSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export function keepDraft(name: string, draft: KeptDraft): void {
  remember(name, Object.keys(draft.drafts).length === 0 ? null : JSON.stringify(draft))
}

export const forgetDraft = (name: string) => remember(name, null)

import { z } from 'zod'
import { readDraft, type Drafts, type FormField } from './form-values.ts'

/** What the form checks before anything is sent: every draft can be read by its field. `isIgnored` names fields that are not sent anyway. */
export function formSchema(
  fields: readonly FormField[],
  today: string,
  isIgnored: (name: string, drafts: Drafts) => boolean,
) {
  return z.record(z.string(), z.union([z.string(), z.array(z.string())])).superRefine((drafts, context) => {
    for (const field of fields) {
      if (isIgnored(field.name, drafts)) continue
      const read = readDraft(field, drafts[field.name] ?? '', today)
      if ('problem' in read) context.addIssue({ code: 'custom', path: [field.name], message: read.problem })
    }
  })
}

import * as texts from '@goalkeeper/texts/gainsight'
import { z } from 'zod'
import { calendarDateSchema } from './dates.ts'
import {
  block,
  customValueSchema,
  description,
  exactlyOne,
  isCustomField,
  linksSchema,
  name,
  statusName,
  type CustomFields,
  type Links,
} from './goal-parts.ts'
import { gsidSchema } from './gsid.ts'

const updateRecordSchema = z
  .object({
    Gsid: gsidSchema,
    Name: name.exactOptional(),
    StatusName: statusName.exactOptional(),
    /** '' and null ask to clear it. Whether the tenant does so is not documented. */
    DueDate: z.union([calendarDateSchema, z.literal(''), z.null()]).exactOptional(),
    Description: description.nullable().exactOptional(),
  })
  .catchall(customValueSchema)
/** What an update changes; what is left out stays as it is. */
export type GoalEdit = {
  Name?: string
  StatusName?: string
  DueDate?: string | null
  Description?: string | null
} & CustomFields

const updateSchema = z
  .strictObject({
    record: updateRecordSchema,
    association: linksSchema('association'),
    dissociation: linksSchema('dissociation'),
  })
  .superRefine(({ record, association, dissociation }, context) => {
    const refuse = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', path, message })
    for (const key of Object.keys(record)) {
      if (Object.hasOwn(updateRecordSchema.shape, key) || isCustomField(key)) continue
      refuse(texts.cannotBeSetInAnUpdate(key), 'record', key)
    }
    for (const kind of ['CTA', 'SP'] as const) {
      const both = association?.[kind]?.find((gsid) => dissociation?.[kind]?.includes(gsid))
      if (both) refuse(texts.standsInAssociationAndIn(kind, both), 'association', kind)
    }
    const isEmpty = Object.keys(record).length === 1 && !association && !dissociation
    if (isEmpty) refuse(texts.theUpdateChangesNothing, 'record')
  })

/** `PUT …/update`: one goal, only what changes (customer-goals-api.txt, "Update Customer Goals"). */
export const updateGoalRequestSchema = z.strictObject({ requests: exactlyOne(updateSchema) })
export type UpdateGoalRequest = z.infer<typeof updateGoalRequestSchema>

/** The body of an update. Empty lists and blocks are left out, because the tenant refuses them (8001, 8002). */
export function updateGoalBody(update: {
  gsid: string
  record?: GoalEdit
  link?: Links
  unlink?: Links
}): UpdateGoalRequest {
  const record = { Gsid: update.gsid, ...update.record }
  return { requests: [{ record, ...block('association', update.link), ...block('dissociation', update.unlink) }] }
}

import * as texts from '@goalkeeper/texts/goal-form'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { EntityType } from '@goalkeeper/gainsight/goal-parts'
import { createGoalBody, type CreateGoalRequest, type NewGoal } from '@goalkeeper/gainsight/goal-create'
import { parentIn, type ParentWay } from '@goalkeeper/gainsight/parent-way'
import { z } from 'zod'
import type { PickedRecord } from '#web/shared/form/record-picker.tsx'
import { changedRecord, type Drafts } from '#web/shared/form/form-values.ts'

/** What a new goal has beside its fields. */
export const placeSchema = z.object({
  entityType: z.enum(['COMPANY', 'RELATIONSHIP', 'OPPORTUNITY']),
  company: z.object({ gsid: z.string(), name: z.string(), hint: z.string().nullable() }).nullable(),
  /** The relationship or opportunity. */
  record: z.object({ gsid: z.string(), name: z.string(), hint: z.string().nullable() }).nullable(),
  templateId: z.string(),
  relationshipTypeId: z.string(),
  /** Gsids of CTAs and plans to be linked. */
  CTA: z.array(z.string()),
  SP: z.array(z.string()),
})
export type Place = z.infer<typeof placeSchema>

export const emptyPlace: Place = {
  entityType: 'COMPANY',
  company: null,
  record: null,
  templateId: '',
  relationshipTypeId: '',
  CTA: [],
  SP: [],
}

/** The record that the goal hangs on; null until it is chosen. */
export const parentRecord = ({ entityType, company, record }: Place): PickedRecord | null =>
  entityType === 'COMPANY' ? company : record

/** What is missing before the goal can be created, in a sentence; null when nothing is. */
export function missing(place: Place, words: Record<EntityType, string>): string | null {
  return parentRecord(place) ? null : texts.chooseTheFirst(words[place.entityType].toLowerCase())
}

/** The body of the create: the parent as the tenant takes it, and every field that is not empty. */
export function newGoalBody(
  place: Place & { way: ParentWay },
  fields: readonly Field[],
  drafts: Drafts,
  today: string,
): CreateGoalRequest {
  const parent = parentRecord(place)
  if (!parent) throw new TypeError(texts.aGoalWithoutAParentCannot)
  const templateId = place.templateId.trim()
  const typeId = place.entityType === 'RELATIONSHIP' ? place.relationshipTypeId.trim() : ''
  const record = {
    ...changedRecord(fields, {}, drafts, today),
    ...(templateId && { TemplateId: templateId }),
    ...(typeId && { RelationshipTypeId: typeId }),
  } as NewGoal
  return createGoalBody({
    parent: parentIn(place.way, { entityType: place.entityType, gsid: parent.gsid }),
    record,
    link: { CTA: place.CTA, SP: place.SP },
  })
}

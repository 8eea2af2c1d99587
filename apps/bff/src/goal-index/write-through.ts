import type { Field, Status } from '@goalkeeper/contract/catalogue'
import { rowSchema, type Row } from '@goalkeeper/gainsight/rows'
import { z } from 'zod'
import type { SettledWrite } from '#bff/gateway/gateway.ts'
import { fieldTypesOf, type GoalRecord, readFields } from './goal-record.ts'
import type { Sighting } from './sighting.ts'

type Known = { fields: readonly Field[]; statuses: readonly Status[] }

const linksSchema = z.object({ CTA: z.array(z.string()).default([]), SP: z.array(z.string()).default([]) })
const noLinks = { CTA: [], SP: [] }

/** The one goal of a create or update, as far as the index cares. */
const requestSchema = z.object({
  requests: z
    .array(
      z.object({
        record: rowSchema,
        association: linksSchema.default(noLinks),
        dissociation: linksSchema.default(noLinks),
      }),
    )
    .length(1),
})

/** What a write names a record by, where the tenant answers with its id. */
const inputsOnly = new Set(['StatusName', 'CompanyName', 'RelationshipName', 'OpportunityName'])

/**
 * What a confirmed write tells of its goal: what was sent, and over it what the tenant answered. A created goal is new; an
 * updated one that the index does not hold stays for the sync to read.
 */
export function writtenSighting(
  { kind, request, data, gsid }: SettledWrite,
  { fields, statuses }: Known,
): Sighting | null {
  const asked = requestSchema.safeParse(request).data?.requests[0]
  if (!asked) return null
  const sent = Object.fromEntries(Object.entries(asked.record).filter(([name]) => !inputsOnly.has(name)))
  const status = statuses.find(({ name }) => name === asked.record['StatusName'])
  const told: Row = { ...sent, ...(status?.id && { StatusId: status.id }), ...repliedRecord(data), Gsid: gsid }
  const values = readFields(told, fieldTypesOf(fields))
  const { association, dissociation } = asked
  const merge = (before: GoalRecord | null): GoalRecord | null => {
    if (!before && kind === 'update') return null
    const kept = Object.entries(before?.fields ?? {}).filter(([name]) => !Object.hasOwn(told, name))
    return {
      gsid,
      fields: { ...Object.fromEntries(kept), ...values },
      CTA: linked(before?.CTA ?? [], association.CTA, dissociation.CTA),
      SP: linked(before?.SP ?? [], association.SP, dissociation.SP),
    }
  }
  return { gsid, hash: null, said: { gsid, fields: values, CTA: association.CTA, SP: association.SP }, merge }
}

/** `{goal}` after a create, `{record}` after an update, or the record itself where it was found by reading. */
export function repliedRecord(data: unknown): Row {
  const reply = rowSchema.safeParse(data).data ?? {}
  return rowSchema.safeParse(reply['goal'] ?? reply['record'] ?? reply).data ?? {}
}

function linked(before: readonly string[], added: readonly string[], removed: readonly string[]): string[] {
  return [...new Set([...before, ...added])].filter((id) => !removed.includes(id)).toSorted()
}

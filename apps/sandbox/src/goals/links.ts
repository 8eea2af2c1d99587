import { z } from 'zod'
import { GoalRefusal } from '../refusal.ts'
import type { Row } from '../tenant/field.ts'
import type { Links } from '../tenant/goal-store.ts'
import { tableOf } from '../tenant/tenant.ts'
import type { GoalInput } from './goal-input.ts'

const linksSchema = z.strictObject({ CTA: z.array(z.string()).nullish(), SP: z.array(z.string()).nullish() })

const kinds = [
  { key: 'CTA', object: 'call_to_action', whenEmpty: 'CTA_RECORD_EMPTY', sentence: 'CTA set provided is empty' },
  { key: 'SP', object: 'cta_group', whenEmpty: 'SP_RECORD_EMPTY', sentence: 'Success Plan set provided is empty' },
] as const

/** Reads an `association` or `dissociation` block. An empty list is refused (8001, 8002). */
export function readLinks(switches: GoalInput['switches'], input: unknown): Links {
  if (input === undefined || input === null) return { CTA: [], SP: [] }
  const parsed = linksSchema.safeParse(input)
  if (!parsed.success) throw new GoalRefusal(null, 'Invalid association provided in request')
  for (const { key, whenEmpty, sentence } of kinds) {
    if (parsed.data[key]?.length === 0 && switches.emptyLinks === 'refused') throw new GoalRefusal(whenEmpty, sentence)
  }
  return { CTA: [...new Set(parsed.data.CTA)], SP: [...new Set(parsed.data.SP)] }
}

/** Refuses ids that are no CTAs or plans, and those of another company where this tenant minds. */
export function checkLinkable({ tenant, switches }: GoalInput, links: Links, goal: Row): void {
  for (const { key, object } of kinds) {
    const table = tableOf(tenant, object)
    const bad = links[key].filter((gsid) => {
      const item = table.byGsid.get(gsid)
      return !item || (switches.foreignLinks === 'refused' && item['CompanyId'] !== goal['CompanyId'])
    })
    if (bad.length > 0) throw new GoalRefusal(null, `Invalid ${key} ids provided in request - ${bad.join(', ')}`)
  }
}

/** Refuses to link what is linked and to unlink what is not, where this tenant minds. */
export function checkNews(switches: GoalInput['switches'], current: Links, added: Links, removed: Links): void {
  if (switches.relinking === 'harmless') return
  for (const { key } of kinds) {
    const known = new Set(current[key])
    const idle = [...added[key].filter((gsid) => known.has(gsid)), ...removed[key].filter((gsid) => !known.has(gsid))]
    if (idle.length > 0) throw new GoalRefusal(null, `${key} association cannot be changed - ${idle.join(', ')}`)
  }
}

/** The links after an update: what is dissociated leaves, what is associated comes last. */
export function changedLinks(current: Links, added: Links, removed: Links): Links {
  const changed = (key: 'CTA' | 'SP') => [
    ...new Set([...current[key].filter((gsid) => !removed[key].includes(gsid)), ...added[key]]),
  ]
  return { CTA: changed('CTA'), SP: changed('SP') }
}

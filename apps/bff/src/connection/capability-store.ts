import * as texts from '@goalkeeper/texts/server/connection'
import type { Capability } from '@goalkeeper/contract/status'
import type { Database } from '../database/connect.ts'
import { type CapabilityName, capabilityNames, capabilityTexts } from './capability-texts.ts'

/** What trying one thing showed. `value` is what `Capabilities` needs of it: a page size, a list of operators, a name. */
export type Finding = { state: Capability['state']; found: string; value?: unknown }
export type Findings = Partial<Record<CapabilityName, Finding>>
/** Findings by name, with the instant of each (epoch milliseconds). */
export type Knowledge = ReadonlyMap<CapabilityName, Finding & { checkedAt: number }>

export async function loadKnowledge({ db }: Database): Promise<Knowledge> {
  const rows = await db.selectFrom('connection_capability').selectAll().execute()
  const known = rows.filter((row): row is typeof row & { name: CapabilityName } => row.name in capabilityTexts)
  return new Map(
    known.map(({ name, state, found, value, checked_at }) => [name, { state, found, value, checkedAt: checked_at }]),
  )
}

export async function storeFindings({ db }: Database, findings: Findings, now: number): Promise<void> {
  const rows = Object.entries(findings).map(([name, { state, found, value = null }]) => ({
    name,
    state,
    found,
    value: JSON.stringify(value),
    checked_at: now,
  }))
  if (rows.length === 0) return
  await db
    .insertInto('connection_capability')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({
        state: row.ref('excluded.state'),
        found: row.ref('excluded.found'),
        value: row.ref('excluded.value'),
        checked_at: row.ref('excluded.checked_at'),
      })),
    )
    .execute()
}

/** Everything that is asked about the tenant, in words, also what nobody has tried yet. */
export function inWords(knowledge: Knowledge): Capability[] {
  return capabilityNames.map((name) => {
    const { label, kind, used } = capabilityTexts[name]
    const known = knowledge.get(name)
    const state = known?.state ?? 'unknown'
    return {
      name,
      label,
      kind,
      state,
      found: known?.found ?? texts.notTriedYet,
      used: used[state],
      checkedAt: known?.checkedAt ?? null,
    }
  })
}

import type { Row } from '../tenant/field.ts'
import type { Links } from '../tenant/goal-store.ts'
import type { Table } from '../tenant/table.ts'
import { createGsid } from './gsid.ts'
import type { Random } from './random.ts'

/** The records of a table by the company that they belong to. */
export function byCompany(table: Table): Map<string, Row[]> {
  return Map.groupBy(table.rows, (row) => String(row['CompanyId']))
}

/** Chooses what a goal is associated with among its company's CTAs and plans; about two goals in five have neither. */
export function createLinker(random: Random, ctas: Table, plans: Table): (companyId: string) => Links {
  const ctasOf = byCompany(ctas)
  const plansOf = byCompany(plans)

  function some(list: readonly Row[] = [], most: number, keyPrefix: string): string[] {
    if (list.length === 0 || !random.chance(0.45)) return []
    const start = random.int(0, list.length - 1)
    const gsids = list.slice(start, start + random.int(1, most)).map((row) => row.Gsid)
    // Deleted in the meantime: the id is still on the goal and leads nowhere.
    return random.chance(0.02) ? [...gsids, createGsid(random, keyPrefix)] : gsids
  }

  return (companyId) => ({
    CTA: some(ctasOf.get(companyId), 4, ctas.keyPrefix),
    SP: some(plansOf.get(companyId), 2, plans.keyPrefix),
  })
}

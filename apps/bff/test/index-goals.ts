import type { FilterableGoal } from '@goalkeeper/filter/evaluate'
import { goldenRecords } from '@goalkeeper/filter/golden-goals'
import { linkedField } from '@goalkeeper/filter/linked-fields'
import type { Insertable } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { columnsOf } from '#bff/goal-index/goal-row.ts'
import { linkedColumns } from '#bff/goal-index/linked-columns.ts'
import type { FieldValues, GoalTable } from '#bff/goal-index/tables.ts'

const companyPrefix = 'CompanyId__gr.'
const nameColumns = { StatusName: 'status_name', StatusMeaning: 'status_meaning', CompanyName: 'company_name' } as const

/** Fills the index with goals as a sync would leave them, with names, company attributes and what is known of the golden records. Replaces what is there. */
export async function indexGoals({ db }: Database, goals: (FilterableGoal & { gsid: string })[]): Promise<void> {
  await db.deleteFrom('goal').execute()
  await db.insertInto('goal').values(goals.map(rowOf)).execute()
}

function rowOf({ gsid, fields, CTA, SP }: FilterableGoal & { gsid: string }) {
  const own: FieldValues = {}
  const company: FieldValues = {}
  const names: Record<string, unknown> = {}
  for (const [name, value = null] of Object.entries(fields)) {
    if (linkedField(name)) continue
    if (name in nameColumns) names[nameColumns[name as keyof typeof nameColumns]] = value
    else if (name.startsWith(companyPrefix)) company[name.slice(companyPrefix.length)] = value
    else own[name] = value
  }
  const columns = columnsOf({ gsid, fields: own, CTA, SP })
  const { linked, linked_terms } = linkedColumns({ CTA, SP }, { CTA: goldenRecords, SP: goldenRecords })
  return {
    ...columns,
    ...names,
    custom: JSON.stringify(columns.custom),
    custom_text: JSON.stringify(columns.custom_text),
    company: JSON.stringify(company),
    linked: JSON.stringify(linked),
    linked_terms,
    hash: '',
  } as Insertable<GoalTable>
}

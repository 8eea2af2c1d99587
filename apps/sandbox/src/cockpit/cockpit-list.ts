import { z } from 'zod'
import type { Call } from '../call.ts'
import { success } from '../http/envelope.ts'
import { pageOrder } from '../page-order.ts'
import { presentRow, readColumns, type Source } from '../records/columns.ts'
import { visibleField } from '../records/visible-field.ts'
import { ApiRefusal } from '../refusal.ts'
import { tableOf } from '../tenant/tenant.ts'
import { compileWhere } from '../where/where.ts'

const mostRows = 1000
const pageSchema = z.object({
  pageSize: z.int().min(1).max(mostRows).default(mostRows),
  pageNumber: z.int().min(1).default(1),
})
const requestSchema = z.looseObject({ select: z.array(z.string()).min(1), where: z.unknown().optional() })

/** What tells one list of the cockpit from the other. */
export interface CockpitList {
  object: string
  /** Sent whether selected or not (reference 4). */
  alwaysSent: readonly string[]
  /** Other spellings of fields that sources show, by the one that is stored. */
  spellings: Readonly<Record<string, string>>
}

/** A page of CTAs or plans as flat records, days and instants as ISO texts (reference 4, 5.4). */
export function cockpitList(call: Call, { object, alwaysSent, spellings }: CockpitList): unknown {
  const { tenant, switches, now } = call
  const table = tableOf(tenant, object)
  const source: Source = {
    reader: (path) => visibleField(call, table, spellings[path] ?? path),
    refuse: (message) => new ApiRefusal(switches.cockpitErrors, 'COCKPIT_5101', message, {}),
  }
  const request = requestSchema.safeParse(call.body)
  if (!request.success) throw source.refuse('Please add fields in the select clause')
  const page = pageSchema.safeParse(call.body)
  if (!page.success) throw source.refuse('Invalid page request')
  const own = switches.cockpitSelect === 'everything' ? table.fields.map((field) => field.name) : []
  const columns = readColumns(source, [...request.data.select, ...alwaysSent, ...own])
  const { expression } = switches
  const where = compileWhere(request.data.where, {
    fieldKey: 'fieldName',
    operators: 'all',
    expression,
    instants: 'any',
    now,
    ...source,
  })
  const { pageSize, pageNumber } = page.data
  const found = pageOrder(call, table.rows.filter(where.test))
  const records = found
    .slice((pageNumber - 1) * pageSize, pageNumber * pageSize)
    .map((row) => presentRow(row, columns, writeIso))
  return success(switches.nulls === 'sent' ? records : records.map(withoutEmpty))
}

const writeIso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z')

function withoutEmpty(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
}

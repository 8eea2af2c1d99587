import { z } from 'zod'
import type { Call } from '../call.ts'
import { success } from '../http/envelope.ts'
import { ApiRefusal } from '../refusal.ts'
import type { LookUp } from '../switches.ts'
import type { Row } from '../tenant/field.ts'
import type { Table } from '../tenant/table.ts'
import { findTable } from '../tenant/tenant.ts'
import { compileWhere, type Where } from '../where/where.ts'
import { presentRow, readColumns, type Source } from './columns.ts'
import { orderRows } from './order-by.ts'
import { visibleField } from './visible-field.ts'

const mostRows = 5000
const requestSchema = z.looseObject({
  select: z.array(z.string()).min(1),
  where: z.unknown().optional(),
  orderBy: z.record(z.string(), z.string()).nullish(),
  limit: z.int().min(1).max(mostRows).default(mostRows),
  offset: z.int().min(0).default(0),
})

const lookUpOf: Record<string, LookUp> = {
  company: 'query-company',
  relationship: 'query-relationship',
  gs_opportunity: 'query-opportunity',
  gsuser: 'query-user',
  call_to_action: 'query-cta',
  cta_group: 'query-plan',
  da_picklist: 'query-picklist',
}

/** POST /v1/data/objects/query/:object: rows of any object, filtered, sorted and paged by offset (reference 5.1). */
export function queryObject(call: Call): unknown {
  const { switches, now } = call
  const table = tableAsked(call)
  const request = requestSchema.safeParse(call.body)
  if (!request.success) throw new ApiRefusal(400, 'GSOBJ_1008', 'Data validation failed')
  const { select, where: asked, orderBy, limit, offset } = request.data
  const source: Source = {
    reader: (path) => visibleField(call, table, path),
    refuse: (message) => new ApiRefusal(400, 'GSOBJ_1002', message),
  }
  const columns = readColumns(source, select)
  const { expression } = switches
  const where = compileWhere(asked, {
    fieldKey: 'name',
    operators: 'all',
    expression,
    instants: 'any',
    now,
    ...source,
  })
  const found = orderRows(source, candidates(table, where).filter(where.test), orderBy ?? {})
  const writeDate = (instant: number) => (switches.queryDates === 'epoch' ? instant : new Date(instant).toISOString())
  const records = found.slice(offset, offset + limit).map((row) => presentRow(row, columns, writeDate))
  if (records.length === 0 && switches.emptyQuery === 'failure') {
    throw new ApiRefusal(400, 'GSOBJ_1011', 'No data found for given criteria')
  }
  return success(switches.queryShape === 'records' ? { records } : records)
}

function tableAsked({ tenant, switches, params }: Call): Table {
  const table = findTable(tenant, params['object'] ?? '')
  const lookUp = table === tenant.goals.table ? 'query-goal' : lookUpOf[table?.name ?? '']
  const isAbsent = lookUp !== undefined && switches.absent.includes(lookUp)
  if (!table || isAbsent) throw new ApiRefusal(400, 'GSOBJ_1023', 'Invalid API path')
  return table
}

/** A query for a few ids does not walk through the whole table. */
function candidates(table: Table, where: Where): readonly Row[] {
  const gsids = where.demands.get('Gsid')
  if (!gsids) return table.rows
  return [...new Set(gsids)].map((gsid) => table.byGsid.get(gsid)).filter((row) => row !== undefined)
}

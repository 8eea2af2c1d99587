import { z } from 'zod'
import type { Call } from '../call.ts'
import { success } from '../http/envelope.ts'
import { ApiRefusal } from '../refusal.ts'
import { tableOf } from '../tenant/tenant.ts'
import { compileWhere } from '../where/where.ts'
import { presentRow, readColumns, type Source } from './columns.ts'
import { orderRows } from './order-by.ts'
import { visibleField } from './visible-field.ts'

const requestSchema = z.looseObject({
  includeTotal: z.boolean().default(false),
  select: z.array(z.string()).min(1),
  where: z.unknown().optional(),
  orderBy: z.record(z.string(), z.string()).nullish(),
  limit: z.int().min(1).max(1000).default(25),
  page: z.int().min(0).default(0),
})

/** POST /v1/users/services/list: users, by pages counted from 0 (reference 7). */
export function listUsers(call: Call): unknown {
  const users = tableOf(call.tenant, 'gsuser')
  const source: Source = {
    reader: (path) => visibleField(call, users, path),
    refuse: (message) => new ApiRefusal(400, 'GU_1102', message),
  }
  const request = requestSchema.safeParse(call.body)
  if (!request.success) throw source.refuse('Invalid request')
  const { includeTotal, select, where: asked, orderBy, limit, page } = request.data
  const columns = readColumns(source, select)
  const { expression } = call.switches
  const where = compileWhere(asked, {
    fieldKey: 'name',
    operators: 'all',
    expression,
    instants: 'any',
    now: call.now,
    ...source,
  })
  const found = orderRows(source, users.rows.filter(where.test), orderBy ?? {})
  const records = found.slice(page * limit, (page + 1) * limit)
  return success({
    records: records.map((row) => presentRow(row, columns, (instant) => instant)),
    ...(includeTotal && { total: found.length }),
  })
}

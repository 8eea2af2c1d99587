import { z } from 'zod'
import type { Call } from '../call.ts'
import { goalSuccess } from '../http/envelope.ts'
import { pageOrder } from '../page-order.ts'
import { readColumns, type Columns, type Source } from '../records/columns.ts'
import { GoalRefusal } from '../refusal.ts'
import type { Switches } from '../switches.ts'
import { calendarDay } from '../tenant/calendar.ts'
import type { Row } from '../tenant/field.ts'
import { tableOf } from '../tenant/tenant.ts'
import { compileWhere, type Where } from '../where/where.ts'
import { goalReader, goalValue } from './goal-fields.ts'

const requestSchema = z.looseObject({ select: z.array(z.string()).min(1), where: z.unknown().optional() })

/** Come back whether they were selected or not, as the documentation's sample shows (reference 2.4). */
const alwaysSent = ['Gsid', 'Name', 'CompanyId', 'Description', 'DueDate', 'StatusId']
const defaultPageSize = 100

const refuse = (message: string) => new GoalRefusal('INVALID_FIELD', message)

/** POST /v1/csgoal/external/fetch: one page of the goals that `where` selects, with the ids of their CTAs and plans. */
export function fetchGoals(call: Call): unknown {
  const request = requestSchema.safeParse(call.body)
  if (!request.success) throw refuse('Please add fields in the select clause')
  const columns = readSelect(call, request.data.select)
  const where = readWhere(call, request.data.where)
  const { size, skip } = readPage(call.switches, request.data)
  const key = JSON.stringify([request.data.where, calendarDay(call.now), call.switches.instants])
  const found = pageOrder(call, call.matches.find(key, where))
  return goalSuccess({ recordList: found.slice(skip, skip + size).map((row) => present(call, row, columns)) })
}

function readSelect(call: Call, select: readonly string[]): Columns {
  const { selectStyle, unselectable } = call.switches
  const source: Source = { reader: (path) => goalReader(call, path, unselectable), refuse }
  const own = call.tenant.goals.table.fields.map((field) => field.name)
  const extra = { strict: [], union: alwaysSent, everything: own }[selectStyle]
  return readColumns(source, [...select, ...extra.filter((path) => source.reader(path) !== null)])
}

function readWhere(call: Call, input: unknown): Where {
  const { switches, now } = call
  if (switches.where === 'required' && input == null) throw refuse('Please pass the correct conditions')
  const { operators, expression, instants, unfilterable } = switches
  const reader = (path: string) => goalReader(call, path, unfilterable)
  return compileWhere(input, { fieldKey: 'fieldName', operators, expression, instants, now, reader, refuse })
}

function readPage(switches: Switches, request: Record<string, unknown>): { size: number; skip: number } {
  const { pageMaximum, pageOverflow, pageBase } = switches
  const size = request['pageSize'] ?? Math.min(defaultPageSize, pageMaximum)
  const number = request['pageNumber'] ?? pageBase
  const isPage = isWhole(size, 1) && isWhole(number, pageBase)
  if (!isPage || (size > pageMaximum && pageOverflow === 'refuse')) {
    throw new GoalRefusal('INVALID_PAGE_REQUEST', 'Invalid page request')
  }
  const given = Math.min(size, pageMaximum)
  return { size: given, skip: (number - pageBase) * given }
}

function isWhole(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least
}

function present(call: Call, row: Row, columns: Columns) {
  const { tenant, switches } = call
  const dataList: Record<string, unknown> = {}
  for (const [path, { field, read }] of columns) {
    const value = goalValue(field, read(row), switches)
    if (value !== null || switches.nulls === 'sent') dataList[path] = value
  }
  const { CTA, SP } = tenant.goals.linksOf(row.Gsid)
  return { dataList, associatedCTAs: linked(call, 'call_to_action', CTA), associatedSPs: linked(call, 'cta_group', SP) }
}

function linked({ tenant, switches }: Call, object: string, gsids: readonly string[]): readonly unknown[] {
  if (switches.associationShape === 'strings') return gsids
  const { byGsid } = tableOf(tenant, object)
  return gsids.map((Gsid) => ({ Gsid, Name: byGsid.get(Gsid)?.Name ?? null }))
}

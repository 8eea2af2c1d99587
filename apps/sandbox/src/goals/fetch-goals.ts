import { z } from 'zod'
import type { Call } from '../call.ts'
import { goalSuccess } from '../http/envelope.ts'
import { GoalRefusal } from '../refusal.ts'
import { createRandom } from '../seed/random.ts'
import { calendarDay } from '../tenant/calendar.ts'
import type { Row } from '../tenant/field.ts'
import type { FieldReader } from '../tenant/path.ts'
import { findTable } from '../tenant/tenant.ts'
import { WhereFault } from '../where/dialect.ts'
import { compileWhere, type Where } from '../where/where.ts'
import { goalReader, goalValue } from './goal-fields.ts'

const requestSchema = z.looseObject({ select: z.array(z.string()).nullish(), where: z.unknown().optional() })

/** Come back whether they were selected or not, as the documentation's sample shows (reference 2.4). */
const alwaysSent = ['Gsid', 'Name', 'CompanyId', 'Description', 'DueDate', 'StatusId'] as const
const defaultPageSize = 100

/** POST /v1/csgoal/external/fetch: one page of the goals that `where` selects, with the ids of their CTAs and plans. */
export function fetchGoals(call: Call): unknown {
  const request = requestSchema.safeParse(call.body)
  if (!request.success) throw new GoalRefusal('INVALID_FIELD', 'Please add fields in the select clause')
  const columns = readSelect(call, request.data.select ?? [])
  const where = readWhere(call, request.data.where)
  const { size, skip } = readPage(call, request.data)
  const day = calendarDay(call.now)
  const matches = call.matches.find(JSON.stringify([request.data.where, day, call.switches.instants]), where)
  const ordered = call.switches.pageOrder === 'shuffled' ? shuffled(matches) : matches
  return goalSuccess({ recordList: ordered.slice(skip, skip + size).map((row) => present(call, row, columns)) })
}

type Columns = readonly (readonly [string, FieldReader])[]

function readSelect(call: Call, select: readonly string[]): Columns {
  if (select.length === 0) throw new GoalRefusal('INVALID_FIELD', 'Please add fields in the select clause')
  const { selectStyle, unselectable } = call.switches
  const asked = select.map((path) => [path, goalReader(call, path, unselectable)] as const)
  const unknown = asked.filter(([, reader]) => reader === null).map(([path]) => path)
  if (unknown.length > 0)
    throw new GoalRefusal('INVALID_FIELD', `Invalid fields in select clause - ${unknown.join(', ')}`)
  const own = call.tenant.goals.table.fields.map((field) => field.name)
  const extra = { strict: [], union: alwaysSent, everything: own }[selectStyle]
  const paths = new Set([...select, ...extra])
  return [...paths].flatMap((path) => {
    const reader = goalReader(call, path, unselectable)
    return reader ? [[path, reader] as const] : []
  })
}

function readWhere(call: Call, input: unknown): Where {
  if (call.switches.where === 'required' && input == null) {
    throw new GoalRefusal('INVALID_FIELD', 'Please pass the correct conditions')
  }
  const { operators, expression, instants, unfilterable } = call.switches
  try {
    const reader = (path: string) => goalReader(call, path, unfilterable)
    return compileWhere(input, { fieldKey: 'fieldName', operators, expression, instants, now: call.now, reader })
  } catch (error) {
    if (error instanceof WhereFault) throw new GoalRefusal('INVALID_FIELD', error.message)
    throw error
  }
}

function readPage({ switches }: Call, request: Record<string, unknown>): { size: number; skip: number } {
  const { pageMaximum, pageOverflow, pageBase } = switches
  const size = request['pageSize'] ?? Math.min(defaultPageSize, pageMaximum)
  const number = request['pageNumber'] ?? pageBase
  const isPage = Number.isInteger(size) && Number(size) >= 1 && Number.isInteger(number) && Number(number) >= pageBase
  if (!isPage || (Number(size) > pageMaximum && pageOverflow === 'refuse')) {
    throw new GoalRefusal('INVALID_PAGE_REQUEST', 'Invalid page request')
  }
  const given = Math.min(Number(size), pageMaximum)
  return { size: given, skip: (Number(number) - pageBase) * given }
}

let shuffles = 0

/** Another order at every call, so that pages repeat goals and leave others out. */
function shuffled(rows: readonly Row[]): readonly Row[] {
  const random = createRandom(`order ${(shuffles += 1)}`)
  const mixed = [...rows]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.int(0, last)
    const [a, b] = [mixed[last], mixed[other]]
    if (a && b) [mixed[last], mixed[other]] = [b, a]
  }
  return mixed
}

function present(call: Call, row: Row, columns: Columns) {
  const dataList: Record<string, unknown> = {}
  for (const [path, { field, read }] of columns) {
    const value = goalValue(field, read(row), call.switches)
    if (value !== null || call.switches.nulls === 'sent') dataList[path] = value
  }
  const { CTA, SP } = call.tenant.goals.linksOf(row.Gsid)
  return { dataList, associatedCTAs: linked(call, 'call_to_action', CTA), associatedSPs: linked(call, 'cta_group', SP) }
}

function linked({ tenant, switches }: Call, objectName: string, gsids: readonly string[]): unknown {
  if (switches.associationShape === 'strings') return gsids
  const names = findTable(tenant, objectName)?.byGsid
  return gsids.map((Gsid) => ({ Gsid, Name: names?.get(Gsid)?.Name ?? null }))
}

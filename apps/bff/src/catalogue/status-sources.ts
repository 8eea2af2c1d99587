import * as texts from '@goalkeeper/texts/server/catalogue'
import { readField, readText, type Row } from '@goalkeeper/gainsight/rows'
import type { Connection } from '../connection/connection.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { firstOffered } from './accepted-routes.ts'
import { type DescribedField, hexColor } from './described-field.ts'
import { isRefusal } from './narrow-select.ts'
import { isNoAnswer, isTenantAway } from './no-answer.ts'
import type { Turn } from './row-source.ts'

export type FoundStatus = {
  id: string
  name: string
  color: string | null
  order: number | null
  active: boolean
  source: 'tenant' | 'seen'
}
/** What was found and how, in words for the Connection page. */
export type StatusFindings = { statuses: FoundStatus[]; found: string }

type StatusQuestion = {
  gateway: Pick<Gateway, 'read'>
  connection: Pick<Connection, 'known' | 'learn' | 'capabilities'>
  /** Fields of the goal object, as far as they are known. */
  fields: readonly DescribedField[]
  /** Ids of statuses that goals hold. */
  seenIds: readonly string[]
  turn: Turn
}

/**
 * Names of the statuses by the first of four reads that gives any, in the order of the reference (6.4). Its other two steps,
 * pairs learned from writes and names that an admin types in, need no call. Null: no read gives a name. Throws when one
 * might, and did not answer.
 */
export async function findStatuses(question: StatusQuestion): Promise<StatusFindings | null> {
  let failure: unknown = null
  for (const source of [fromOptions, fromDropdown, fromPicklistItems, fromGoals]) {
    try {
      const found = await source(question)
      if (found && isOfGoals(found.statuses, question.seenIds)) return found
    } catch (error) {
      if (isTenantAway(error) || !isNoAnswer(error)) throw error
      failure ??= error
    }
  }
  if (failure) throw failure
  return null
}

/** A list in which no goal's status stands is another one. */
function isOfGoals(statuses: readonly FoundStatus[], seenIds: readonly string[]): boolean {
  return statuses.length > 0 && (seenIds.length === 0 || statuses.some(({ id }) => seenIds.includes(id)))
}

const statusField = (fields: readonly DescribedField[]) =>
  fields.find(({ name }) => name === 'StatusId') ?? fields.find(({ name }) => name === 'Status')

async function fromOptions({ fields }: StatusQuestion): Promise<StatusFindings | null> {
  const options = statusField(fields)?.options ?? []
  const statuses = options.map(({ value, label, active, color }, order): FoundStatus => ({
    id: value,
    name: label,
    color,
    order,
    active,
    source: 'tenant',
  }))
  return { statuses, found: texts.theStatusFieldOfTheGoal(statuses.length) }
}

async function fromDropdown({ gateway, connection, fields, turn }: StatusQuestion): Promise<StatusFindings | null> {
  const categoryId = statusField(fields)?.picklistCategory
  if (!categoryId) return null
  const dropdown = await firstOffered(connection, [
    { capability: 'dropdowns', run: () => gateway.read('readDropdown', null, { ...turn, params: { categoryId } }) },
  ])
  const items = dropdown?.childItems.filter(({ deleted }) => !deleted) ?? []
  const statuses = items.map(({ gsid, name, active, color, displayOrder }): FoundStatus => ({
    id: gsid,
    name,
    color: hexColor(color),
    order: displayOrder ?? null,
    active: active ?? true,
    source: 'tenant',
  }))
  return { statuses, found: texts.thePicklistCategoryOfTheStatus(statuses.length) }
}

/** The items that goals hold lead to their category, and the category to all items. */
async function fromPicklistItems(question: StatusQuestion): Promise<StatusFindings | null> {
  const { gateway, connection, seenIds, turn } = question
  const [anId] = seenIds
  if (!anId) return null
  const query = (select: string[], name: string, operator: 'IN' | 'EQ', value: string[]) =>
    gateway.read(
      'queryObject',
      {
        select,
        where: { conditions: [{ name, operator, value, alias: 'A' }], expression: 'A' },
        limit: 500,
        offset: 0,
      },
      { ...turn, params: { object: 'da_picklist' } },
    )
  const select = ['Gsid', 'Name', 'Category', 'IsActive', 'Deleted']
  const rows = await firstOffered(connection, [
    { capability: 'daPicklist', run: () => query(select, 'Gsid', 'EQ', [anId]) },
  ])
  const category = rows?.[0] && readText(rows[0], 'Category')
  if (!rows || !category) return null
  const all = await query(select, 'Category', 'EQ', [category])
  const kept = all.filter((row) => readField(row, 'Deleted') !== true)
  return {
    statuses: kept.flatMap((row) => itemOf(row)),
    found: texts.thePicklistItemsOfTheCategory(category, kept.length),
  }
}

function itemOf(row: Row): FoundStatus[] {
  const [id, name] = [readText(row, 'Gsid'), readText(row, 'Name')]
  if (!id || !name) return []
  return [{ id, name, color: null, order: null, active: readField(row, 'IsActive') !== false, source: 'tenant' }]
}

/** One goal of each status, asked for the status's name. */
async function fromGoals({ gateway, connection, seenIds, turn }: StatusQuestion): Promise<StatusFindings | null> {
  const { statusNameSelectable, pageBase } = connection.capabilities()
  if (!statusNameSelectable) return null
  const statuses: FoundStatus[] = []
  for (const id of seenIds) {
    const name = await nameOnGoal(gateway, id, pageBase, turn)
    if (name) statuses.push({ id, name, color: null, order: null, active: true, source: 'seen' })
  }
  return { statuses, found: texts.goalsCameWithTheNamesOf(statuses.length, seenIds.length) }
}

async function nameOnGoal(gateway: Pick<Gateway, 'read'>, id: string, pageNumber: number, turn: Turn) {
  try {
    const { recordList } = await gateway.read(
      'fetchGoals',
      {
        select: ['Gsid', 'StatusId', 'StatusId__gr.Name'],
        where: { conditions: [{ fieldName: 'StatusId', operator: 'EQ', value: [id], alias: 'A' }], expression: 'A' },
        pageSize: 1,
        pageNumber,
      },
      turn,
    )
    const row: Row | undefined = recordList[0]?.dataList
    return row && readText(row, 'StatusId') === id ? readText(row, 'StatusId__gr.Name') : null
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

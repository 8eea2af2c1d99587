import type { Row } from '@goalkeeper/gainsight/rows'
import type { WhereOperator } from '@goalkeeper/gainsight/where'
import type { Gateway, Lane } from '../gateway/gateway.ts'
import { isRefusal } from './narrow-select.ts'

/** In whose turn a call goes out. */
export type Turn = { lane: Lane; actor: string; session?: string; signal?: AbortSignal }
export type RowCondition = { field: string; operator: WhereOperator; value: (string | number | boolean)[] }

/** Pages are counted from 0. */
type RowRequest = { select: string[]; where: RowCondition | null; page: number }

/** One way to read rows of one kind, whatever its dialect (reference 3). */
export type RowSource = {
  /** The most rows that one call gives. */
  pageRows: number
  read: (request: RowRequest, turn: Turn) => Promise<Row[]>
}

/**
 * The object query: 5,000 rows a call (reference 5.1). Sorted, so that pages do not overlap, for as long as the tenant does
 * not refuse to sort.
 */
export function objectRows(gateway: Pick<Gateway, 'read'>, object: string): RowSource {
  const pageRows = 5000
  let isSorted = true

  const query = ({ select, where, page }: RowRequest, turn: Turn) =>
    gateway.read(
      'queryObject',
      {
        select,
        ...(where && { where: named(where) }),
        ...(isSorted && { orderBy: { Gsid: 'asc' as const } }),
        limit: pageRows,
        offset: page * pageRows,
      },
      { ...turn, params: { object } },
    )

  async function queryUnsorted(request: RowRequest, turn: Turn): Promise<Row[]> {
    isSorted = false
    try {
      return await query(request, turn)
    } catch (error) {
      isSorted = true
      throw error
    }
  }

  return {
    pageRows,
    async read(request, turn) {
      try {
        return await query(request, turn)
      } catch (error) {
        if (!isRefusal(error) || !isSorted) throw error
        return queryUnsorted(request, turn)
      }
    },
  }
}

/** The CTA and success plan lists: 1,000 rows a call, pages from 1, in no order (reference 4, 5.4). */
export function cockpitRows(gateway: Pick<Gateway, 'read'>, route: 'listCtas' | 'listSuccessPlans'): RowSource {
  const pageRows = 1000
  return {
    pageRows,
    read: ({ select, where, page }, turn) =>
      gateway.read(
        route,
        { select, ...(where && { where: fieldNamed(where) }), pageSize: pageRows, pageNumber: page + 1 },
        turn,
      ),
  }
}

/** The user list: pages from 0, of a size that is not documented; the sample has 25 (reference 7). */
export function userListRows(gateway: Pick<Gateway, 'read'>): RowSource {
  const pageRows = 100
  return {
    pageRows,
    read: ({ select, where, page }, turn) =>
      gateway.read('listUsers', { select, ...(where && { where: named(where) }), limit: pageRows, page }, turn),
  }
}

const named = ({ field, operator, value }: RowCondition) => ({
  conditions: [{ name: field, operator, value, alias: 'A' }],
  expression: 'A',
})

const fieldNamed = ({ field, operator, value }: RowCondition) => ({
  conditions: [{ fieldName: field, operator, value, alias: 'A' }],
  expression: 'A',
})

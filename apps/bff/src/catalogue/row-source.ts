import type { Row } from '@goalkeeper/gainsight/rows'
import type { WhereOperator } from '@goalkeeper/gainsight/where'
import type { Gateway, Lane } from '../gateway/gateway.ts'

/** In whose turn a call goes out. */
export type Turn = { lane: Lane; actor: string; session?: string; signal?: AbortSignal }
export type RowCondition = { field: string; operator: WhereOperator; value: (string | number | boolean)[] }

/** One way to read rows of one kind, whatever its dialect (reference 3). */
export type RowSource = {
  /** The most rows that one call gives. */
  pageRows: number
  /** Pages are counted from 0. */
  read: (request: { select: string[]; where: RowCondition | null; page: number }, turn: Turn) => Promise<Row[]>
}

/** The object query: 5,000 rows a call (reference 5.1). Sorted, so that pages do not overlap. */
export function objectRows(gateway: Pick<Gateway, 'read'>, object: string): RowSource {
  const pageRows = 5000
  return {
    pageRows,
    read: ({ select, where, page }, turn) =>
      gateway.read(
        'queryObject',
        {
          select,
          ...(where && { where: named(where) }),
          orderBy: { Gsid: 'asc' },
          limit: pageRows,
          offset: page * pageRows,
        },
        { ...turn, params: { object } },
      ),
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

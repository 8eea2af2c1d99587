import type { FilterField } from '@goalkeeper/filter/field'
import type { Column } from './column.ts'

/** Goals by rows, with some of their fields. A row is given once: that of a goal that has left stays empty. */
export type Table = {
  /** How many rows were given. */
  size: () => number
  goals: () => number
  /** The rows of all goals, in the order of their Gsids. */
  inOrder: () => Uint32Array
  /** The row of a goal, or undefined. */
  find: (gsid: string) => number | undefined
  add: (gsid: string) => number
  remove: (gsid: string) => void
  gsidAt: (row: number) => string
  columns: Map<string, Column>
  /** The column of a field; undefined when there is none, or when the field has become one of another type. */
  column: (field: FilterField) => Column | undefined
}

export function createTable(): Table {
  const rowByGsid = new Map<string, number>()
  const gsids: string[] = []
  const columns = new Map<string, Column>()
  let ordered = new Uint32Array(0)
  let added: number[] = []
  let hasLost = false

  const gsidAt = (row: number) => gsids[row] ?? ''
  const isThere = (row: number) => rowByGsid.get(gsidAt(row)) === row

  /** What was added falls into its places among the others; there are few of them, or they come in their order. */
  function merged(): Uint32Array<ArrayBuffer> {
    const late = added.filter(isThere).toSorted((one, other) => (gsidAt(one) < gsidAt(other) ? -1 : 1))
    const all = new Uint32Array(rowByGsid.size)
    let [at, next] = [0, 0]
    const takeLateBefore = (gsid: string | null) => {
      for (; next < late.length; next += 1) {
        const row = late[next] ?? 0
        if (gsid !== null && gsidAt(row) > gsid) return
        all[at++] = row
      }
    }
    for (const row of ordered) {
      if (!isThere(row)) continue
      takeLateBefore(gsidAt(row))
      all[at++] = row
    }
    takeLateBefore(null)
    return all
  }

  return {
    size: () => gsids.length,
    goals: () => rowByGsid.size,
    inOrder() {
      if (added.length === 0 && !hasLost) return ordered
      ordered = merged()
      added = []
      hasLost = false
      return ordered
    },
    find: (gsid) => rowByGsid.get(gsid),
    add(gsid) {
      const row = gsids.push(gsid) - 1
      rowByGsid.set(gsid, row)
      added.push(row)
      return row
    },
    remove(gsid) {
      hasLost = rowByGsid.delete(gsid) || hasLost
    },
    gsidAt,
    columns,
    column({ name, type }) {
      const column = columns.get(name)
      return column?.type === type ? column : undefined
    },
  }
}

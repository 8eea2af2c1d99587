import type { FieldValue } from '@goalkeeper/contract/goals'
import { heldIn } from '@goalkeeper/filter/evaluate'
import type { FieldType } from '@goalkeeper/filter/field'
import type { Held } from '@goalkeeper/filter/values'

/**
 * What every goal holds in one field: for each row the number of a value, and each value once. Most fields have few values, so that whatever is
 * asked is worked out once for each of them, and a goal costs no more than a look at a number.
 */
export type Column = {
  readonly type: FieldType
  /** By the row of a goal, the number of its value. */
  readonly codes: Uint32Array
  /** By their numbers, all values that occur, or did. Number 0 is null: nothing. */
  readonly values: readonly FieldValue[]
  /** The same in the form in which conditions compare them. */
  readonly held: readonly (readonly Held[])[]
  /** About what it takes. */
  readonly bytes: number
  readonly put: (row: number, value: FieldValue) => void
}

/** A value, what it is compared as, and the way to its number; the letters of a text come on top, twice. */
const bytesOfValue = 100

export function createColumn(type: FieldType): Column {
  const values: FieldValue[] = [null]
  const held: Held[][] = [[]]
  const codeByValue = new Map<FieldValue, number>([[null, 0]])
  let codes = new Uint32Array(1_024)
  let valueBytes = 0

  function codeOf(value: FieldValue): number {
    // Lists are equal when they hold the same in the same order; no text of the database begins like their keys.
    const key = Array.isArray(value) ? `\0${JSON.stringify(value)}` : value
    const known = codeByValue.get(key)
    if (known !== undefined) return known
    held.push(heldIn(value, type))
    const code = values.push(value) - 1
    codeByValue.set(key, code)
    valueBytes += bytesOfValue + 2 * (typeof key === 'string' ? key.length : 0)
    return code
  }

  return {
    type,
    values,
    held,
    get codes() {
      return codes
    },
    get bytes() {
      return codes.byteLength + valueBytes
    },
    put(row, value) {
      if (row >= codes.length) {
        const more = new Uint32Array(2 * row)
        more.set(codes)
        codes = more
      }
      codes[row] = codeOf(value)
    },
  }
}

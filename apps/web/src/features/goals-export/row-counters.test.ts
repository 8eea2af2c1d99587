import { rowsAtOnce } from '@goalkeeper/contract/exports'
import { expect, test } from 'vitest'
import { rowCounters } from './row-counters.ts'

/** Counts after each piece, whatever the pieces are that the network makes of a file. */
function countIn(format: 'csv' | 'xlsx', bytes: Uint8Array, size: number): number[] {
  const count = rowCounters[format]()
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    count(bytes.subarray(at * size, (at + 1) * size)),
  )
}

const csv = new TextEncoder().encode('\uFEFFGsid,Name\r\n1,plain\r\n2,"two\r\nlines"\r\n3,"say ""so""\r\n"\r\n')

test.each([1, 3, 1_000])('records of a CSV in pieces of %i bytes', (size) => {
  const counts = countIn('csv', csv, size)
  expect(counts.at(-1)).toBe(3)
  expect(counts).toEqual(counts.toSorted((one, other) => one - other))
})

test.each([1, 2, 3, 5, 1_000])('flushes of a workbook in pieces of %i bytes', (size) => {
  const marks = [
    [1, 0, 0, 0xff, 0xff],
    [7, 0, 0, 0, 0xff, 0xff],
    [0, 0, 0xff, 0, 0, 0xff, 0xff],
  ]
  const others = [
    [0, 0xff, 0xff],
    [0, 0, 0xff, 0, 0xff, 0xff],
  ]
  const bytes = new Uint8Array([...marks, ...others].flat())
  expect(countIn('xlsx', bytes, size).at(-1)).toBe(3 * rowsAtOnce)
})

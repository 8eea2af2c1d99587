import { unprotectedText } from '@goalkeeper/contract/cell-text'
import { isDay } from '@goalkeeper/filter/dates'
import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../http/csv.ts'
import { readWorkbook } from '../imports/read-workbook.ts'
import type { Column } from './column.ts'
import { workbook } from './workbook.ts'

const about = {
  name: 'About this file',
  columns: [{ header: 'About', holds: 'text' as const }],
  rows: [[['It & <more>']]],
}

async function write(columns: Column[], windows: Cell[][][]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  for await (const part of workbook([{ name: 'Goals', columns, rows: windows }, about])) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}
const read = async (bytes: Uint8Array<ArrayBuffer>) =>
  (await readWorkbook(bytes, 'Goals')).rows.map(({ cells }) => cells)
const sheetOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

const columns: Column[] = [
  { header: 'Name', holds: 'text' },
  { header: 'Note', holds: 'long' },
  { header: 'Value', holds: 'number' },
  { header: 'Agreed', holds: 'boolean' },
  { header: 'Due', holds: 'day' },
  { header: 'Changed (UTC)', holds: 'moment' },
]

test('cells have the types of their columns, and a reader gets them back', async () => {
  const noon = Date.parse('2031-03-31T12:00:00Z')
  const bytes = await write(columns, [
    [['Grow', 'a < b & "c"\nd', -1.5, true, '2031-03-31', noon]],
    [['=1+1', '', 0, false, null, null]],
  ])
  expect(await read(bytes)).toEqual([
    columns.map(({ header }) => header),
    ['Grow', 'a < b & "c"\nd', '-1.5', 'true', '2031-03-31', '2031-03-31T12:00:00.000Z'],
    ["'=1+1", '', '0', 'false', '', ''],
  ])
  const xml = sheetOf(bytes)
  expect(xml).toContain('<c r="C2" s="0"><v>-1.5</v></c>')
  expect(xml).toContain('<c r="E2" s="2"><v>47938</v></c>')
  expect(xml).toContain('state="frozen"')
  expect(xml).toContain('<autoFilter ref="A1:F3"/>')
  expect((await readWorkbook(bytes, null)).sheets).toContain('Goals')
})

test('every text and every day comes back as it was', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('\t', ' \n', '_x0041_', '=1', '\u0001', '\uFFFE', 'a\r\nb', ']]>', "'=1"),
  )
  const day = fc
    .date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
    .filter(isDay)
  const rows = fc.array(fc.tuple(text, day), { minLength: 50, maxLength: 50 })
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const [, ...found] = await read(await write([columns[0], columns[4]] as Column[], [given]))
      const expected = given.map(([word, date]) => [word.toWellFormed(), date])
      expect(found.map((cells) => cells.map(unprotectedText))).toEqual(expected)
    }),
    { numRuns: 8 },
  )
})

test('a text that is too long for a cell is said to be so, and a short one is not cut', async () => {
  const [, row, last] = await read(
    await write(columns.slice(0, 2), [
      [
        ['Long', 'x'.repeat(40_000)],
        ['Fits', 'y'.repeat(32_767)],
      ],
    ]),
  )
  expect(row).toEqual(['Long', '[40000 characters: too long for a cell]'])
  expect(last?.[1]).toHaveLength(32_767)
})

test('each window of rows ends with the mark of a flush, by which progress is seen', async () => {
  const windows = Array.from({ length: 7 }, (_, at) => [[`Goal ${at}`, `note ${'z'.repeat(at)}`]])
  const bytes = Buffer.from(await write(columns.slice(0, 2), windows))
  const marks = bytes.toString('latin1').split('\u0000\u0000\u00FF\u00FF').length - 1
  // So do the ends of both sheets, and the rows that tell of the file.
  expect(marks).toBe(7 + 3)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '../http/csv.ts'
import { FileFault } from './file-fault.ts'
import { readFile } from './read-file.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readFile(bytesOf(text), null)

test.each([
  ['with commas', 'Name,Due\nGrow,2026-03-31\n'],
  ['with semicolons', 'Name;Due\r\nGrow;2026-03-31'],
  ['with tabs', 'Name\tDue\nGrow\t2026-03-31\n'],
  ['with its mark', '\uFEFFName,Due\nGrow,2026-03-31\n'],
  ['with a comma in a quoted name', '"Name";Due\n"Grow";2026-03-31\n'],
])('a file %s', async (_name, text) => {
  expect(await read(text)).toMatchObject({ header: ['Name', 'Due'], rows: [{ row: 2, cells: ['Grow', '2026-03-31'] }] })
})

test('UTF-16 with and without its mark, and Windows-1252, which is said', async () => {
  const text = 'Name,Due\nGröße,x\n'
  const little = new Uint8Array(Buffer.from(text, 'utf16le'))
  for (const bytes of [new Uint8Array([0xff, 0xfe, ...little]), little]) {
    expect(await readFile(bytes, null)).toMatchObject({ rows: [{ cells: ['Größe', 'x'] }], notices: [] })
  }
  const latin = new Uint8Array(Buffer.from(text, 'latin1'))
  const { rows, notices } = await readFile(latin, null)
  expect(rows[0]?.cells[0]).toBe('Größe')
  expect(notices.join()).toContain('Windows-1252')
})

test('doubled and missing names of columns, short rows and empty rows', async () => {
  const { header, rows, notices } = await read('Name,name,\n\na,b,c\n,,\nd\n')
  expect(header).toEqual(['Name', 'name (2)', 'Column C'])
  expect(rows).toEqual([
    { row: 3, cells: ['a', 'b', 'c'] },
    { row: 5, cells: ['d', '', ''] },
  ])
  expect(notices).toEqual([expect.stringContaining('“name”'), 'Empty rows were left out.'])
})

test('what our own exports write is read as it was', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '=1+1',
      "'=1+1",
      "''@x",
      ' =1',
      '-5',
      '@x',
      '+49',
      '\tx',
      'a "quoted" word',
      'a,b',
      'two\nlines',
      'x;y;z',
    ),
  )
  const isTold = (text: string) => !text.includes('\0') && text.isWellFormed()
  const cells = fc.array(cell.filter(isTold), { minLength: 2, maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(cells, async (row) => {
      fc.pre(row.some((text) => text.trim() !== ''))
      const { rows } = await read(`\uFEFF${csvLine(['One', 'Two'])}${csvLine(row)}`)
      expect(rows).toEqual([{ row: 2, cells: row }])
    }),
    { numRuns: 200 },
  )
})

test('whatever is in a file, it is read or refused in a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const outcome = await readFile(new Uint8Array(bytes), null).catch((error: unknown) => error)
      expect(outcome instanceof Error ? outcome instanceof FileFault : true).toBe(true)
    }),
    { numRuns: 300 },
  )
})

import { protectedText } from '@goalkeeper/contract/cell-text'
import { expect, test } from 'vitest'
import { htmlTableOf, tsvOf } from './table-text.ts'

test('cells are apart by tabs and rows by lines', () => {
  expect(
    tsvOf([
      ['On Track', 12],
      ['', -3.5],
    ]),
  ).toBe('On Track\t12\n\t-3.5')
})

test('a text that would be a formula stays a text; a number stays a number', () => {
  expect(tsvOf([['=1+1', '-x', '@sum', -1]])).toBe("'=1+1\t'-x\t'@sum\t-1")
  expect(htmlTableOf([['=1+1', '<b>&']])).toBe(
    "<table><tbody><tr><td>'=1+1</td><td>&lt;b&gt;&amp;</td></tr></tbody></table>",
  )
})

test('what a cell holds never becomes another cell or row', () => {
  const signs = ['a', '"', '\t', '\n', '=']
  const cells = [
    '',
    ...signs.flatMap((one) => ['', ...signs].flatMap((two) => ['', ...signs].map((three) => one + two + three))),
  ]
  for (const cell of cells) {
    const rows = [
      [cell, 'x'],
      ['y', cell],
    ]
    expect(read(tsvOf(rows))).toEqual(rows.map((row) => row.map(protectedText)))
  }
})

/** As a spreadsheet reads what is pasted: a cell that begins with a quotation mark ends with one, and doubled ones stand for one. */
function read(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^"\t\n][^\t\n]*|))(\t|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

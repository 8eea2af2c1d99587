import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test('a cell is quoted where it has to be, and nothing is lost', () => {
  expect(csvLine(['plain', 'a,b', 'say "so"', 'two\nlines', '', null])).toBe(
    'plain,"a,b","say ""so""","two\nlines",,\r\n',
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is no formula any more', (text) => {
  expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/)
})

test('numbers stay numbers', () => {
  expect(csvLine([-5, 1.5, true])).toBe('-5,1.5,true\r\n')
})

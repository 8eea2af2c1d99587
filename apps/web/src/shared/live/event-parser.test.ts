import { expect, test } from 'vitest'
import { createEventParser } from './event-parser.ts'

function parse(...chunks: string[]): string[] {
  const events: string[] = []
  const read = createEventParser((data) => events.push(data))
  chunks.forEach(read)
  return events
}

test('an event is told once its blank line has come, wherever chunks end', () => {
  expect(parse('event: goals\nda', 'ta: {"a"', ':1}\n', '\n')).toEqual(['{"a":1}'])
})

test('several data lines are one text', () => {
  expect(parse('data: a\ndata: b\n\ndata: c\n\n')).toEqual(['a\nb', 'c'])
})

test('comments, names and unfinished events are nothing', () => {
  expect(parse(': ping\n\nevent: goals\n\nretry: 2000\n\ndata: half')).toEqual([])
})

test('CRLF lines, split between the two characters', () => {
  expect(parse('data: a\r', '\n\r\n')).toEqual(['a'])
})

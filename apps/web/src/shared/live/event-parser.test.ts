import { expect, test } from 'vitest'
import { createEventParser, type StreamEvent } from './event-parser.ts'

function parse(...chunks: string[]): StreamEvent[] {
  const events: StreamEvent[] = []
  const read = createEventParser((event) => events.push(event))
  chunks.forEach(read)
  return events
}

test('an event is told once its blank line has come, wherever chunks end', () => {
  expect(parse('id: 7\nda', 'ta: {"a"', ':1}\n', '\n')).toEqual([{ id: '7', data: '{"a":1}' }])
})

test('several data lines are one text, and the last id stays', () => {
  expect(parse('id: 1\ndata: a\ndata: b\n\ndata: c\n\n')).toEqual([
    { id: '1', data: 'a\nb' },
    { id: '1', data: 'c' },
  ])
})

test('comments, names and unfinished events are nothing', () => {
  expect(parse(': ping\n\nevent: goals\n\ndata: half')).toEqual([])
})

test('CRLF lines, split between the two characters', () => {
  expect(parse('data: a\r', '\n\r\n')).toEqual([{ id: null, data: 'a' }])
})

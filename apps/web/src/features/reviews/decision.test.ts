import { expect, test } from 'vitest'
import { decisionOf, decisionWords, nothingStaged, progressWords } from './decision.ts'

test('Enter keeps a goal, and a status or a date changes it', () => {
  expect(decisionOf(nothingStaged, null, true).kind).toBe('keep')
  expect(decisionOf(nothingStaged, 'On Hold', false)).toMatchObject({ kind: 'change', statusName: 'On Hold' })
  expect(decisionOf({ ...nothingStaged, dueDate: '2026-03-31' }, null, false).kind).toBe('change')
})

test('a note is a change only where notes go into the description', () => {
  const staged = { ...nothingStaged, note: '  Ask again ' }
  expect(decisionOf(staged, null, false)).toMatchObject({ kind: 'keep', note: 'Ask again' })
  expect(decisionOf(staged, null, true)).toMatchObject({ kind: 'change', note: 'Ask again' })
})

test('a decision reads in a few words', () => {
  const day = () => '31 Mar'
  expect(decisionWords(decisionOf(nothingStaged, null, false), day)).toBe('Keep')
  const staged = { dueDate: '2026-03-31', note: 'x', flagged: true }
  expect(decisionWords(decisionOf(staged, 'On Hold', false), day)).toBe('On Hold, due 31 Mar, note, flagged')
  expect(decisionWords(decisionOf({ ...staged, flagged: false }, null, false), day)).toBe('due 31 Mar, note')
})

test('progress says how long the rest will take, once that can be told', () => {
  expect(progressWords(37, 140, 15)).toBe('37 of 140, about 26 min')
  expect(progressWords(0, 140, null)).toBe('0 of 140')
  expect(progressWords(140, 140, 15)).toBe('140 of 140')
})

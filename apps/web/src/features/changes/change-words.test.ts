import { expect, test } from 'vitest'
import { changeRow, changeSet } from './change-of-test.ts'
import {
  draftWords,
  instantWords,
  ledgerWords,
  lengthWords,
  noteOf,
  outcomeWords,
  partCount,
  tabTitle,
  titleWords,
  undoWords,
} from './change-words.ts'

const now = new Date(2026, 10, 26, 16, 32).getTime()

test('the title names the deed and its size', () => {
  expect(titleWords(changeSet({ counts: { goals: 1612 } }))).toBe('Set status to “Retired” on 1,612 goals')
  expect(titleWords(changeSet({ counts: { goals: 1 } }))).toBe('Set status to “Retired” on 1 goal')
})

test('a draft says what will change, what will not, and what it costs', () => {
  const set = changeSet({
    counts: { goals: 612, willChange: 598, unchanged: 11, problems: 3 },
    cost: { writes: 598, checks: 12, seconds: 600, doneAt: now + 600_000 },
  })
  expect(draftWords(set, now)).toEqual([
    '598 will change',
    '11 already so',
    '3 problems',
    '610 calls with checks',
    'about 10 min, done near 16:42',
  ])
})

test('a draft of which nothing will be sent has no cost', () => {
  expect(draftWords(changeSet({ counts: { goals: 2, unchanged: 2 } }), now)).toEqual(['0 will change', '2 already so'])
})

test('a run says how far it is, and when it will be done only while it goes on', () => {
  const counts = { confirmed: 400, skipped: 2, failed: 1, unknown: 1, queued: 190, sent: 4 }
  const set = changeSet({
    state: 'running',
    counts,
    cost: { writes: 194, checks: 4, seconds: 240, doneAt: now + 240_000 },
  })
  expect(ledgerWords(set, now)).toEqual([
    '400 confirmed',
    '2 skipped',
    '1 failed',
    '1 unknown',
    '194 to go',
    'done near 16:36',
  ])
  expect(ledgerWords({ ...set, state: 'paused' }, now).at(-1)).toBe('194 to go')
  expect(tabTitle(set)).toBe('(403/598) Set status to “Retired”')
  expect(tabTitle({ ...set, state: 'done' })).toBe('Set status to “Retired” on 0 goals')
})

test('what came of it tells apart why goals were skipped', () => {
  const counts = { confirmed: 595, skipped: 2, failed: 1 }
  expect(outcomeWords(changeSet({ state: 'done', counts }), 2)).toBe(
    '595 confirmed, 2 skipped because changed meanwhile, 1 failed.',
  )
  expect(outcomeWords(changeSet({ state: 'cancelled', counts: { confirmed: 5, skipped: 40 } }), 1)).toBe(
    '5 confirmed, 1 skipped because changed meanwhile, 39 given up.',
  )
})

test('lengths are rounded up', () => {
  expect([20, 60, 61, 3600, 7500].map(lengthWords)).toEqual([
    'less than a minute',
    'about 1 min',
    'about 2 min',
    'about 1 h',
    'about 2 h 5 min',
  ])
})

test('an instant of another day carries it', () => {
  expect(instantWords(new Date(2026, 10, 26, 8, 5).getTime(), now)).toBe('08:05')
  expect(instantWords(new Date(2026, 10, 27, 8, 5).getTime(), now)).toBe('27 Nov 08:05')
  expect(undoWords(new Date(2026, 11, 23, 9).getTime(), '2026-11-26')).toBe('until 23 Dec')
})

test('all goals of a preview are those that are not so already; of a ledger those that were let run', () => {
  const counts = { goals: 20, unchanged: 4, willChange: 11, problems: 3, excluded: 2 }
  expect(partCount('all', changeSet({ counts }))).toBe(16)
  expect(partCount('all', changeSet({ state: 'running', counts: { ...counts, queued: 10, sent: 1 } }))).toBe(11)
  expect(partCount('meanwhile', changeSet({ state: 'done', counts }))).toBe(0)
  expect(partCount('meanwhile', changeSet({ state: 'done', counts: { skipped: 3 } }))).toBeNull()
})

test('beside a goal stands what a person has to know first', () => {
  expect(noteOf(changeRow({}))).toEqual({ words: 'Can be undone', tone: 'quiet' })
  expect(noteOf(changeRow({ altered: { DueDate: '2027-01-01' }, notUndoable: 'It was empty.' }))).toEqual({
    words: 'Altered by hand. Cannot be undone: It was empty.',
    tone: 'quiet',
  })
  expect(noteOf(changeRow({ problem: 'It is no longer in Gainsight.' })).tone).toBe('amber')
  expect(noteOf(changeRow({ state: 'failed', reason: 'Invalid StatusName.' }))).toEqual({
    words: 'Invalid StatusName.',
    tone: 'red',
  })
})

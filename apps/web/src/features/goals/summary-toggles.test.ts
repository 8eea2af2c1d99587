import { expect, test } from 'vitest'
import { summaryToggles } from './summary-toggles.ts'

const bucket = (value: string | boolean | null, count: number) => ({ value, label: String(value), hint: null, count })
const buckets = {
  DueBucket: [bucket('overdue', 87), bucket('week', 14), bucket('month', 200), bucket('later', 9)],
  CTA: [bucket(null, 311), bucket(true, 973)],
}
const toggle = (label: string, chosen: Record<string, (string | boolean | null)[]> = {}) =>
  summaryToggles(buckets, (field) => chosen[field] ?? []).find((each) => each.label === label)

test('counts add up the buckets that a toggle stands for', () => {
  expect(toggle('Overdue')?.count).toBe(87)
  expect(toggle('Due in 30 days')?.count).toBe(214)
  expect(toggle('No CTA')?.count).toBe(311)
})

test('what is still being counted has no count, and what no goal is has zero', () => {
  expect(toggle('Open')?.count).toBeNull()
  expect(summaryToggles({ Open: [] }, () => [])[0]?.count).toBe(0)
})

test('of goals whose status means nothing yet, nobody can tell how many are open', () => {
  const open = (...counts: [boolean | null, number][]) =>
    summaryToggles({ Open: counts.map(([value, count]) => bucket(value, count)) }, () => [])[0]
  expect(open([null, 3000])).toMatchObject({ count: 0, isUnknown: true })
  expect(open([null, 1000], [true, 2000])).toMatchObject({ count: 2000, isUnknown: false })
  expect(open([false, 3000])).toMatchObject({ count: 0, isUnknown: false })
  expect(toggle('No CTA')?.isUnknown).toBe(false)
})

test('two toggles on the due date join, and each leaves the other alone when it goes', () => {
  expect(toggle('Due in 30 days', { DueBucket: ['overdue'] })?.whenClicked).toEqual(['overdue', 'week', 'month'])
  const both = { DueBucket: ['overdue', 'week', 'month'] }
  expect(toggle('Overdue', both)).toMatchObject({ isOn: true, whenClicked: ['week', 'month'] })
})

test('no CTA replaces with a CTA', () => {
  expect(toggle('No CTA', { CTA: [true] })).toMatchObject({ isOn: false, whenClicked: [null] })
  expect(toggle('No CTA', { CTA: [null] })).toMatchObject({ isOn: true, whenClicked: [] })
})

import { expect, test } from 'vitest'
import { counted, grouped } from './counted.ts'

test('whole numbers are written as Intl writes them', () => {
  const edges = Array.from({ length: 16 }, (_, digits) => 10 ** digits).flatMap((ten) => [ten - 1, ten, ten + 1])
  for (const value of [...edges, ...edges.map((edge) => 0 - edge), Number.MAX_SAFE_INTEGER]) {
    expect(grouped(value)).toBe(new Intl.NumberFormat('en').format(value))
  }
})

test('fractions and digits that are asked for', () => {
  expect([grouped(1234.5), grouped(0.25), grouped(1200, { minimumFractionDigits: 2 })]).toEqual([
    '1,234.5',
    '0.25',
    '1,200.00',
  ])
})

test('one of a thing, and many', () => {
  expect([counted(1, 'goal'), counted(0, 'goal'), counted(100_000, 'goal')]).toEqual([
    '1 goal',
    '0 goals',
    '100,000 goals',
  ])
})

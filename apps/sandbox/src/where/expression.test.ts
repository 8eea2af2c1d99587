import { describe, expect, test } from 'vitest'
import { createRandom, type Random } from '../seed/random.ts'
import { WhereFault } from './dialect.ts'
import { aliasesOf, parseExpression, type Expression } from './expression.ts'

const a = { alias: 'A' }
const b = { alias: 'B' }
const c = { alias: 'C' }

test.each<[string, Expression]>([
  ['A', a],
  ['a', { alias: 'a' }],
  ['A AND B', { all: [a, b] }],
  ['A and B and C', { all: [a, b, c] }],
  ['A OR B', { any: [a, b] }],
])('%s is understood everywhere', (text, expression) => {
  expect(parseExpression(text, 'one-connective')).toEqual(expression)
})

test.each(['A AND B OR C', '(A)', 'A AND (B OR C)', 'NOT A'])('%s is refused without the full grammar', (text) => {
  expect(() => parseExpression(text, 'one-connective')).toThrow(WhereFault)
  expect(() => parseExpression(text, 'full')).not.toThrow()
})

test('a tenant that knows AND only refuses OR', () => {
  expect(parseExpression('A AND B', 'and')).toEqual({ all: [a, b] })
  expect(() => parseExpression('A OR B', 'and')).toThrow(WhereFault)
})

test('AND binds closer than OR', () => {
  expect(parseExpression('A OR B AND C', 'full')).toEqual({ any: [a, { all: [b, c] }] })
})

test.each(['', 'A B', 'A AND', 'AND A', '(A', 'A)', 'A & B', '()', 'A AND OR B'])('%j is no expression', (text) => {
  expect(() => parseExpression(text, 'full')).toThrow(WhereFault)
})

describe('whatever is written down', () => {
  const print = (expression: Expression): string => {
    if ('alias' in expression) return expression.alias
    if ('not' in expression) return `NOT ${print(expression.not)}`
    const [parts, word] = 'all' in expression ? [expression.all, ' AND '] : [expression.any, ' OR ']
    return `(${parts.map(print).join(word)})`
  }
  const grow = (random: Random, depth: number): Expression => {
    const kind = depth === 0 ? 'alias' : random.pick(['alias', 'all', 'any', 'not'])
    if (kind === 'alias') return { alias: random.pick(['A', 'B1', 'long_one', 'X9']) }
    if (kind === 'not') return { not: grow(random, depth - 1) }
    const parts = Array.from({ length: random.int(2, 4) }, () => grow(random, depth - 1))
    return kind === 'all' ? { all: parts } : { any: parts }
  }

  test('is read back as it was meant', () => {
    for (let seed = 0; seed < 300; seed++) {
      const expression = grow(createRandom(seed), 4)
      expect(parseExpression(print(expression), 'full'), `seed ${seed}`).toEqual(expression)
    }
  })
})

test('aliases are found wherever they stand', () => {
  expect(aliasesOf(parseExpression('A AND (B OR NOT C)', 'full'))).toEqual(['A', 'B', 'C'])
})

import { expect, test } from 'vitest'
import { conditionSchema, whereSchema } from './where.ts'

const where = whereSchema(conditionSchema)
const condition = (alias: string) => ({ fieldName: 'Name', operator: 'EQ', value: ['x'], alias })

test('an expression uses every condition and nothing else, whatever its grammar', () => {
  const conditions = [condition('A'), condition('B'), condition('C')]
  for (const expression of ['A AND B AND C', '(A OR B) AND NOT C', 'C and (a_free_word)']) {
    expect(where.safeParse({ conditions, expression }).success, expression).toBe(!expression.includes('free'))
  }
})

test('a condition that is left out, named twice or unknown costs no call', () => {
  const fault = (aliases: string[], expression: string) =>
    where.safeParse({ conditions: aliases.map(condition), expression }).error?.issues.map((issue) => issue.message)
  expect(fault(['A', 'B'], 'A')).toEqual(['B is not used in the expression.'])
  expect(fault(['A', 'A'], 'A')).toEqual(['A names two conditions.'])
  expect(fault(['A'], 'A AND B')).toEqual(['B in the expression names no condition.'])
})

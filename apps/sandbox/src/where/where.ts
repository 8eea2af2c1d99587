import { z } from 'zod'
import { compileCondition } from './condition.ts'
import { WhereFault, type Dialect, type RowTest } from './dialect.ts'
import { aliasesOf, parseExpression, type Expression } from './expression.ts'

const conditionSchema = z.looseObject({
  alias: z.string(),
  operator: z.string(),
  value: z.array(z.unknown()).nullish(),
  literal: z.string().nullish(),
})
const whereSchema = z.looseObject({ conditions: z.array(conditionSchema).nullish(), expression: z.string().nullish() })

/** A `where`, ready to test rows. */
export interface Where {
  test: RowTest
  /** Ids that every match must hold in a field, where the expression says so: what an index can start from. */
  demands: Map<string, readonly string[]>
}

const everything: Where = { test: () => true, demands: new Map() }

/** Reads the `where` of a request in one API's dialect; throws that API's refusal. Without conditions it lets everything through. */
export function compileWhere(input: unknown, dialect: Dialect): Where {
  try {
    return compile(input, dialect)
  } catch (error) {
    throw error instanceof WhereFault ? dialect.refuse(error.message) : error
  }
}

function compile(input: unknown, dialect: Dialect): Where {
  if (input === undefined || input === null) return everything
  const parsed = whereSchema.safeParse(input)
  if (!parsed.success) throw new WhereFault('Please pass the correct conditions')
  const conditions = parsed.data.conditions ?? []
  const text = parsed.data.expression ?? ''
  if (text.trim() === '') {
    if (conditions.length === 0) return everything
    throw new WhereFault('Please pass the expression for the respective conditions')
  }
  const expression = parseExpression(text, dialect.expression)
  const named = new Map(conditions.map((condition) => [condition.alias.toUpperCase(), condition]))
  const used = new Set(aliasesOf(expression).map((alias) => alias.toUpperCase()))
  if (named.size !== conditions.length || [...used].some((alias) => !named.has(alias))) {
    throw new WhereFault('Please pass the correct conditions')
  }
  if (used.size !== named.size) throw new WhereFault('Please pass the expression for the respective conditions')

  const tests = new Map<string, RowTest>()
  const ids = new Map<string, readonly string[]>()
  for (const [alias, condition] of named) {
    const field = condition[dialect.fieldKey]
    if (typeof field !== 'string') throw new WhereFault('Please pass the correct conditions')
    const value = condition.value ?? []
    const { operator, literal = null } = condition
    tests.set(alias, compileCondition({ field, operator, value, literal }, dialect))
    const isId = operator === 'EQ' || operator === 'IN'
    if (isId && isEvery(expression, alias)) ids.set(field, value.map(String))
  }
  return { test: testOf(expression, tests), demands: ids }
}

/** Whether the expression can only hold when this condition does. */
function isEvery(expression: Expression, alias: string): boolean {
  if ('alias' in expression) return expression.alias.toUpperCase() === alias
  return 'all' in expression && expression.all.some((part) => isEvery(part, alias))
}

function testOf(expression: Expression, tests: ReadonlyMap<string, RowTest>): RowTest {
  if ('alias' in expression) {
    const test = tests.get(expression.alias.toUpperCase())
    if (!test) throw new WhereFault('Please pass the correct conditions')
    return test
  }
  if ('not' in expression) {
    const inner = testOf(expression.not, tests)
    return (row) => !inner(row)
  }
  const parts = ('all' in expression ? expression.all : expression.any).map((part) => testOf(part, tests))
  return 'all' in expression ? (row) => parts.every((test) => test(row)) : (row) => parts.some((test) => test(row))
}

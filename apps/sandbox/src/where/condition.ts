import { comparison } from './comparison.ts'
import { operators, WhereFault, type Dialect, type Operator, type RowTest } from './dialect.ts'
import { kindOf, operatorsOf, takesCount, wordOperators } from './kind.ts'
import { choiceId, heldIn, readLiteral, readOperand, wordsIn, type Operand } from './operand.ts'

/** One condition of a request, not yet understood. */
export interface Condition {
  field: string
  operator: string
  value: readonly unknown[]
  /** A date such as TODAY in the place of values. */
  literal: string | null
}

/** Operators that deny, each with what it denies: an empty field passes them. */
const denied: Partial<Record<Operator, Operator>> = {
  NE: 'EQ',
  DOES_NOT_CONTAINS: 'CONTAINS',
  EXCLUDES: 'INCLUDES',
  IS_NOT_NULL: 'IS_NULL',
}

/** Turns a condition into a test of rows. Several values mean any of them; with a denying operator none of them. */
export function compileCondition(
  { field: name, operator: asked, value, literal }: Condition,
  dialect: Dialect,
): RowTest {
  const fault = new WhereFault(`Invalid fields or operator in where clause - ${name}`)
  const operator = operators.find((known) => known === asked)
  const reader = dialect.reader(name)
  if (!operator || !reader || (dialect.operators === 'eq' && operator !== 'EQ')) throw fault
  const { field, read } = reader
  if (!operatorsOf[kindOf[field.type]].includes(operator)) throw fault

  const isAboutWords = wordOperators.includes(operator)
  const wanted: Operand[] = []
  for (const each of literal === null ? value : [literal]) {
    const operand = literal === null ? readOperand(each, field, dialect) : readLiteral(literal, field, dialect.now)
    if (operand === null) throw fault
    wanted.push(field.picklist && !isAboutWords ? choiceId(field, operand) : operand)
  }
  if (!takesCount(operator, wanted.length)) throw fault

  const affirmed = denied[operator]
  const test = comparison(affirmed ?? operator, wanted)
  const held = isAboutWords ? wordsIn : heldIn
  return affirmed ? (row) => !test(held(field, read(row))) : (row) => test(held(field, read(row)))
}

import type { conditionSchema } from '@goalkeeper/gainsight/where'
import type { z } from 'zod'
import { type Formula, isAtom } from './formula.ts'

/** The `where` of a goal fetch (reference 2.4). */
export type GoalWhere = { conditions: z.infer<typeof conditionSchema>[]; expression: string }

/** Gives each condition an alias (A to Z, then AA on) and joins them; every group inside a group stands in parentheses. */
export function printWhere(formula: Formula): GoalWhere {
  const conditions: GoalWhere['conditions'] = []
  const printMember = (member: Formula): string => (isAtom(member) ? print(member) : `(${print(member)})`)
  function print(part: Formula): string {
    if (!isAtom(part))
      return 'all' in part ? part.all.map(printMember).join(' AND ') : part.any.map(printMember).join(' OR ')
    const alias = aliasAt(conditions.length)
    conditions.push({ fieldName: part.fieldName, operator: part.operator, value: part.value, alias })
    return alias
  }
  const expression = print(formula)
  return { conditions, expression }
}

function aliasAt(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? letter : aliasAt(Math.floor(index / 26) - 1) + letter
}

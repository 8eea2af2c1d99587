import * as texts from '@goalkeeper/texts/filter-tenant'
import { withoutDerived } from './derived.ts'
import type { FilterContext } from './evaluate.ts'
import { fieldNamed } from './field.ts'
import {
  allOf,
  anyOf,
  type Formula,
  isNever,
  isRefusal,
  joinUnlessRefused,
  mergedAnyOf,
  type Refusal,
} from './formula.ts'
import { pushNot } from './negation.ts'
import { filterSentence, type Wording } from './sentence.ts'
import { type Condition, type FilterTree, isCondition } from './tree.ts'
import type { WhereCapabilities } from './where-capabilities.ts'
import { choose } from './where-choice.ts'
import { byIds, conditionFormula } from './where-condition.ts'
import { type GoalWhere, printWhere } from './where-print.ts'

/**
 * A filter as far as the tenant can run it. Complete: `where` selects the very goals that the filter does, null meaning all.
 * Otherwise it selects those and others, and `left` says in a sentence each what has still to be filtered here, and why.
 */
export type WhereResult =
  | { where: GoalWhere | null; complete: true }
  | { where: GoalWhere | null; complete: false; left: string[] }

/** Compiles a checked filter to what this tenant understands. Relative dates become days as seen from `today`. */
export function compileWhere(
  tree: FilterTree,
  context: FilterContext & Wording,
  capabilities: WhereCapabilities,
): WhereResult {
  const demands = demandsOf(tree).map((part) => ({ part, formula: demandFormula(part, context, capabilities) }))
  const { chosen, left } = choose(demands, capabilities.grammar)
  const where = chosen.length > 0 ? printWhere(allOf(chosen)) : null
  if (left.length === 0) return { where, complete: true }
  const sentences = left.map(({ part, because }) => `${filterSentence(part, context)}: ${because}.`)
  return { where, complete: false, left: sentences }
}

/** What has to hold at once, taken apart as far as it goes: each can be sent or left by itself. */
function demandsOf(tree: FilterTree): FilterTree[] {
  if ('and' in tree) return tree.and.flatMap(demandsOf)
  if (isCondition(tree) || 'or' in tree) return [tree]
  if ('or' in tree.not) return tree.not.or.flatMap((child) => demandsOf({ not: child }))
  return 'not' in tree.not ? demandsOf(tree.not.not) : [tree]
}

function demandFormula(part: FilterTree, context: FilterContext, capabilities: WhereCapabilities): Formula | Refusal {
  const formula = formulaOf(pushNot(part), context, capabilities)
  if (isRefusal(formula) || !isNever(formula)) return formula
  // No goal is without its Gsid: the one thing that can be asked and never holds.
  return capabilities.operators.has('IS_NULL') && capabilities.fields.has('Gsid')
    ? { fieldName: 'Gsid', operator: 'IS_NULL', value: [] }
    : { because: texts.noGoalCanPassItAnd }
}

function formulaOf(tree: FilterTree, context: FilterContext, capabilities: WhereCapabilities): Formula | Refusal {
  if ('not' in tree) return { because: texts.theTenantHasNoOperatorFor }
  if (isCondition(tree)) {
    const other = inOtherFields(tree, context, capabilities)
    return other ? formulaOf(pushNot(other), context, capabilities) : conditionFormula(tree, context, capabilities)
  }
  const members = ('and' in tree ? tree.and : tree.or).map((child) => formulaOf(child, context, capabilities))
  if ('and' in tree) return joinUnlessRefused(members, allOf)
  return joinUnlessRefused(members, capabilities.operators.has('IN') ? mergedAnyOf : anyOf)
}

/** What a condition on a derived field, or on a name that the tenant cannot filter by, says about the fields behind it. */
function inOtherFields(condition: Condition, context: FilterContext, { fields, names }: WhereCapabilities) {
  if (fields.has(condition.field)) return null
  const type = fieldNamed(context.fields, condition.field)?.type ?? 'text'
  const behind = names.get(condition.field)
  return behind ? byIds(condition, behind) : withoutDerived(condition, type, context.today)
}

import * as texts from '@goalkeeper/texts/filter-tenant'
import { atomsOf, type Formula, isAlways, isAtom, isFormula, isRefusal, type Refusal } from './formula.ts'
import type { FilterTree } from './tree.ts'
import type { WhereCapabilities } from './where-capabilities.ts'

/** One of the things that a filter demands at once, and how to ask the tenant for it. */
export type Demand = { part: FilterTree; formula: Formula | Refusal }
type Left = { part: FilterTree; because: string }

/** More than this many conditions no one has sent (the fetch's own schema stops there too). */
const mostConditions = 100

/** Which demands the tenant's grammar lets us send together, and why the others have to stay. */
export function choose(demands: Demand[], grammar: WhereCapabilities['grammar']): { chosen: Formula[]; left: Left[] } {
  const chosen: Formula[] = []
  const left: Left[] = []
  const alone = grammar === 'single-connective' ? onlyAlternative(demands) : undefined
  for (const { part, formula } of demands) {
    if (isRefusal(formula)) left.push({ part, because: formula.because })
    else if (isAlways(formula)) continue
    else if (chosen.flatMap(atomsOf).length + atomsOf(formula).length > mostConditions)
      left.push({ part, because: texts.thatWouldBeMoreThanConditions(mostConditions) })
    else if (grammar === 'full' || formula === alone || needsNoOr(formula)) chosen.push(formula)
    else left.push({ part, because: orSentences[grammar] })
  }
  return { chosen, left }
}

const orSentences = {
  and: texts.itNeedsOr,
  'single-connective': texts.itNeedsOrWithAnd,
}

/** A plain OR may be sent when nothing else is. */
function onlyAlternative(demands: Demand[]): Formula | undefined {
  const formulas = demands.map(({ formula }) => formula).filter(isFormula)
  if (formulas.some((formula) => needsNoOr(formula) && !isAlways(formula))) return undefined
  return formulas.find((formula) => 'any' in formula && formula.any.every(isAtom))
}

const needsNoOr = (formula: Formula) => isAtom(formula) || ('all' in formula && formula.all.every(isAtom))

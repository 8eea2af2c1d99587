import type { FilterValue, Operator } from './tree.ts'

/** A condition in the tenant's terms, without its alias. */
export type Atom = { fieldName: string; operator: Operator; value: FilterValue[] }
/** What the tenant is asked: `{all: []}` lets every goal through, `{any: []}` none. Groups hold no group of their own kind. */
export type Formula = Atom | { all: Formula[] } | { any: Formula[] }

/** Why something cannot be asked of the tenant, as the end of a sentence. */
export type Refusal = { because: string }

export const isRefusal = (outcome: Formula | Refusal): outcome is Refusal => 'because' in outcome
export const isFormula = (outcome: Formula | Refusal): outcome is Formula => !isRefusal(outcome)

/** Joins members that can all be asked; otherwise the first reason why one cannot. */
export function joinUnlessRefused(
  members: (Formula | Refusal)[],
  join: (members: Formula[]) => Formula,
): Formula | Refusal {
  return members.find(isRefusal) ?? join(members.filter(isFormula))
}

const never: Formula = { any: [] }

export const isAlways = (formula: Formula) => 'all' in formula && formula.all.length === 0
export const isNever = (formula: Formula) => 'any' in formula && formula.any.length === 0

/** All must hold: flat, without what always holds. */
export function allOf(members: Formula[]): Formula {
  const flat = members.flatMap((member) => ('all' in member ? member.all : [member]))
  if (flat.some(isNever)) return never
  return flat.length === 1 && flat[0] ? flat[0] : { all: flat }
}

/** One must hold: flat, without what never holds. */
export function anyOf(members: Formula[]): Formula {
  const flat = members.flatMap((member) => ('any' in member ? member.any : [member]))
  if (flat.some(isAlways)) return { all: [] }
  return flat.length === 1 && flat[0] ? flat[0] : { any: flat }
}

/** `anyOf`, with the equalities on one field joined to a single IN: an OR that every grammar can say. */
export function mergedAnyOf(members: Formula[]): Formula {
  const formula = anyOf(members)
  if (!('any' in formula)) return formula
  const byField = Map.groupBy(formula.any.filter(isEquality), (atom) => atom.fieldName)
  const merged = [...byField].map(([fieldName, atoms]): Formula => {
    const value = [...new Set(atoms.flatMap((atom) => atom.value))]
    return { fieldName, operator: value.length > 1 ? 'IN' : 'EQ', value }
  })
  return anyOf([...merged, ...formula.any.filter((member) => !isEquality(member))])
}

const isEquality = (formula: Formula): formula is Atom =>
  isAtom(formula) && (formula.operator === 'EQ' || formula.operator === 'IN')

export const isAtom = (formula: Formula): formula is Atom => 'fieldName' in formula

export function atomsOf(formula: Formula): Atom[] {
  if (isAtom(formula)) return [formula]
  return ('all' in formula ? formula.all : formula.any).flatMap(atomsOf)
}

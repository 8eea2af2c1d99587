import type { Operator } from './dialect.ts'
import type { Held, Operand } from './operand.ts'

/** Whether what a field holds meets an operator. Of several values any may be met. Operators that deny are none of these. */
export function comparison(operator: Operator, wanted: readonly Operand[]): (held: readonly Held[]) => boolean {
  const [low, high] = wanted
  switch (operator) {
    case 'IS_NULL':
      return (held) => held.length === 0
    case 'BTW':
      return (held) => held.some((value) => position(value, low) >= 0 && position(value, high) <= 0)
    case 'GT':
      return (held) => held.some((value) => position(value, low) > 0)
    case 'GTE':
      return (held) => held.some((value) => position(value, low) >= 0)
    case 'LT':
      return (held) => held.some((value) => position(value, low) < 0)
    case 'LTE':
      return (held) => held.some((value) => position(value, low) <= 0)
    case 'CONTAINS':
      return words(wanted, (text, word) => text.includes(word))
    case 'STARTS_WITH':
      return words(wanted, (text, word) => text.startsWith(word))
    case 'ENDS_WITH':
      return words(wanted, (text, word) => text.endsWith(word))
    default:
      return equality(wanted)
  }
}

function words(wanted: readonly Operand[], test: (text: string, word: string) => boolean) {
  const asked = wanted.filter((word) => typeof word === 'string')
  return (held: readonly Held[]) => held.some((text) => asked.some((word) => test(String(text), word)))
}

/** An IN over thousands of ids is looked up, not walked. */
function equality(wanted: readonly Operand[]) {
  const spans = wanted.filter((each) => typeof each === 'object')
  const plain = new Set<Held>(wanted.filter((each) => typeof each !== 'object'))
  return (held: readonly Held[]) =>
    held.some((value) => plain.has(value) || spans.some((span) => position(value, span) === 0))
}

const collator = new Intl.Collator('en')

/** Below 0: before what is wanted; 0: at or within it; above 0: behind it. */
function position(held: Held, wanted: Operand | undefined): number {
  if (typeof wanted === 'object') return Number(held) < wanted.from ? -1 : Number(held) >= wanted.to ? 1 : 0
  if (typeof held === 'string') return collator.compare(held, String(wanted))
  return Number(held) - Number(wanted)
}

import * as says from '@goalkeeper/texts/filter-query'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { checkFilter } from './check.ts'
import type { FilterField } from './field.ts'
import { fieldOfName } from './query-names.ts'
import { operatorOfSign, signs, type Sign } from './query-operators.ts'
import { createScanner, Misread, type QueryFault } from './query-scanner.ts'
import { readBare } from './query-values.ts'
import { operators, type Condition, type FilterTree, type KeptFilter, type Operator } from './tree.ts'
import { gsidSearch, wordSearch } from './word-search.ts'

export type ParsedQuery = { tree: KeptFilter | null; fault: null } | { tree: null; fault: QueryFault }

/**
 * What stands last in a query: what somebody who goes on typing is in the middle of. `from` is where it begins. Of a value `field` is the
 * name of its field, or what stands in its place, and `condition` is where its condition begins.
 */
export type QueryEnd =
  | { kind: 'start' | 'field'; from: number }
  | { kind: 'value'; from: number; field: string; condition: number }

/** Brackets mean nothing by themselves; so many of them nobody means. */
const deepest = 40
const longest = 100_000

/**
 * Reads a query: conditions such as `status:New,"On Track"`, `due:<TODAY+30`, `has:cta`, words, `-` for not, `OR`, brackets, and
 * `off(…)` around what is switched off; what stands beside each other has to hold at once (`docs/filter.md`). An empty query is no filter. What cannot be read is told with its place.
 */
export function parseQuery(text: string, fields: readonly FilterField[]): ParsedQuery {
  try {
    return { tree: createReader(text, fields).read(), fault: null }
  } catch (error) {
    if (error instanceof Misread) return { tree: null, fault: error.fault }
    throw error
  }
}

/** What somebody is in the middle of who has typed so much of a query. */
export function endOfQuery(text: string, fields: readonly FilterField[]): QueryEnd {
  const reader = createReader(text, fields)
  try {
    reader.read()
  } catch (error) {
    if (!(error instanceof Misread)) throw error
  }
  return reader.end()
}

type Range = { from: number; to: number }
type Value = Range & { text: string; isQuoted: boolean }

function createReader(text: string, fields: readonly FilterField[]) {
  const scan = createScanner(text)
  let end: QueryEnd = { kind: 'start', from: 0 }
  let depth = 0

  function skipBlanks(): void {
    if (scan.skipBlanks()) end = { kind: 'start', from: scan.at() }
  }

  function takeWord(word: string): boolean {
    skipBlanks()
    if (!scan.isWord(word)) return false
    scan.take(word)
    skipBlanks()
    return true
  }

  function read(): KeptFilter | null {
    if (text.length > longest) scan.fail(0, text.length, says.thisIsTooLongForA)
    skipBlanks()
    if (scan.isOver()) return null
    const tree = readEither()
    if (!scan.isOver()) scan.fail(scan.at(), scan.at() + 1, says.thisBracketClosesNothing)
    const [problem] = checkFilter(tree, fields)
    return problem ? scan.fail(0, text.length, problem.sentence) : tree
  }

  function readEither(): KeptFilter {
    const first = readAllOf()
    const others: KeptFilter[] = []
    while (takeWord('OR')) others.push(readAllOf())
    return others.length === 0 ? first : { or: [first, ...others] }
  }

  function readAllOf(): KeptFilter {
    skipBlanks()
    if (isAtEnd()) scan.fail(scan.at(), scan.at() + 1, says.aConditionIsMissingHere)
    const first = readOne()
    const others: KeptFilter[] = []
    for (;;) {
      const isJoined = takeWord('AND')
      if (isAtEnd()) {
        if (isJoined) scan.fail(scan.at(), scan.at() + 1, says.aConditionIsMissingBehindAnd)
        return others.length === 0 ? first : { and: [first, ...others] }
      }
      others.push(readOne())
    }
  }

  function isAtEnd(): boolean {
    skipBlanks()
    return scan.isOver() || scan.peek() === ')' || scan.isWord('OR')
  }

  function readOne(): KeptFilter {
    const from = scan.at()
    depth += 1
    if (depth > deepest) scan.fail(from, from + 1, says.thisIsNestedTooDeep)
    const tree = readNot() ?? readGroup(from) ?? readCondition()
    depth -= 1
    return tree
  }

  function readNot(): KeptFilter | null {
    if (!scan.take('-') && !takeWord('NOT')) return null
    skipBlanks()
    return { not: readOne() }
  }

  /** What stands in brackets; behind ALL and ANY a group, also of one or none; behind off what is switched off. */
  function readGroup(from: number): KeptFilter | null {
    if (opens('ALL(')) return { and: readBracket(from, readMembers) }
    if (opens('ANY(')) return { or: readBracket(from, readMembers) }
    if (opens('off(') || opens('OFF(')) return readOff(from)
    return opens('(') ? readBracket(from, readEither) : null
  }

  function opens(bracket: string): boolean {
    if (!scan.take(bracket)) return false
    end = { kind: 'start', from: scan.at() }
    return true
  }

  /** Being switched off twice is being switched off. */
  function readOff(from: number): KeptFilter {
    const part = readBracket(from, readEither)
    return 'off' in part ? part : { off: part }
  }

  const readMembers = () => (isClosed() ? [] : [readEither()])

  function isClosed(): boolean {
    skipBlanks()
    return scan.peek() === ')'
  }

  function readBracket<Inside>(from: number, readInside: () => Inside): Inside {
    const inside = readInside()
    if (!isClosed()) scan.fail(from, from + 1, says.thisBracketIsNeverClosed)
    scan.take(')')
    end = { kind: 'start', from: scan.at() }
    return inside
  }

  function readCondition(): FilterTree {
    const from = scan.at()
    end = { kind: 'field', from }
    const isQuoted = scan.peek() === '"'
    const name = isQuoted ? scan.takeQuoted() : scan.takeName()
    const to = scan.at()
    if (!scan.take(':')) return readWord(from, name, isQuoted)
    if (!isQuoted && /^(has|no)$/i.test(name)) return readEmptiness(name.toLowerCase() === 'no')
    end = { kind: 'value', from: scan.at(), field: fieldOfName(name, [], fields)?.name ?? name, condition: from }
    return readComparison({ from, to, name })
  }

  /** A word by itself, which may go on behind what could have been a name. */
  function readWord(from: number, name: string, isQuoted: boolean): FilterTree {
    const word = isQuoted ? name : name + scan.takeBare(null)
    if (word === '') scan.fail(from, from + 1, says.aWordOrAConditionIs)
    return isGsid(word) ? gsidSearch(word) : wordSearch(word, fields)
  }

  function readEmptiness(isEmpty: boolean): Condition {
    const from = scan.at()
    end = { kind: 'field', from }
    const name = scan.peek() === '"' ? scan.takeQuoted() : scan.takeName()
    const field = fieldOfName(name, [], fields) ?? failAtField({ from, to: scan.at(), name })
    return { field: field.name, op: isEmpty ? 'IS_NULL' : 'IS_NOT_NULL' }
  }

  function readComparison(name: Range & { name: string }): Condition {
    const from = scan.at()
    const named = operators.find((op) => scan.take(`${op}(`)) ?? null
    const sign = named === null ? takeSign() : ''
    const signRange = { from, to: scan.at() }
    const { values, isBetween } = named === null ? readValues(from) : readListed(from)
    const texts = values.map((value) => value.text)
    const field = fieldOfName(name.name, texts, fields) ?? failAtField(name)
    const value = values.map((each) => (each.isQuoted ? each.text : readBare(each.text, field.type)))
    const op: Operator = named ?? (isBetween ? 'BTW' : operatorOfSign(sign, field.type, value.length))
    const condition: Condition = { field: field.name, op, ...(value.length > 0 && { value }) }
    check(condition, { name, sign: signRange, values })
    return condition
  }

  /** Says what is wrong with a condition where it is wrong: at its operator, one of its values, or the whole of it. */
  function check(condition: Condition, places: { name: Range; sign: Range; values: Value[] }): void {
    const [problem] = checkFilter(condition, fields)
    if (!problem) return
    const [part, place] = problem.path.split('.')
    const value = part === 'value' ? places.values[Number(place)] : undefined
    const isAtSign = part === 'op' && places.sign.to > places.sign.from
    const range = value ?? (isAtSign ? places.sign : { from: places.name.from, to: scan.at() })
    scan.fail(range.from, range.to, problem.sentence)
  }

  const takeSign = (): Sign => longestFirst.find((sign) => scan.take(sign)) ?? ''

  function readListed(from: number): { values: Value[]; isBetween: boolean } {
    const values = readBracket(from, () => (isClosed() ? [] : readList(from)))
    return { values, isBetween: false }
  }

  function readValues(from: number): { values: Value[]; isBetween: boolean } {
    const [first, ...others] = readList(from)
    if (!first || others.length > 0 || !scan.take('..'))
      return { values: first ? [first, ...others] : [], isBetween: false }
    return { values: [first, readValue() ?? failAtValue(from)], isBetween: true }
  }

  function readList(from: number): Value[] {
    const values = [readValue() ?? failAtValue(from)]
    while (scan.take(',')) values.push(readValue() ?? failAtValue(from))
    return values
  }

  function readValue(): Value | null {
    const from = scan.at()
    if (end.kind === 'value') end = { ...end, from }
    const isQuoted = scan.peek() === '"'
    const found = isQuoted ? scan.takeQuoted() : scan.takeBare('..')
    return isQuoted || found !== '' ? { from, to: scan.at(), text: found, isQuoted } : null
  }

  const failAtValue = (from: number): never => scan.fail(Math.max(0, from - 1), scan.at(), says.aValueIsMissingHere)
  const failAtField = ({ from, to, name }: Range & { name: string }): never =>
    scan.fail(from, Math.max(to, from + 1), name === '' ? says.theNameOfAFieldIs : says.thereIsNoFieldCalled(name))

  return { read, end: () => end }
}

const longestFirst = signs.toSorted((one, other) => other.length - one.length)

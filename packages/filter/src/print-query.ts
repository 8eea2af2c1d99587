import { fieldNamed, type FilterField } from './field.ts'
import { nameOfField } from './query-names.ts'
import { signOfOperator } from './query-operators.ts'
import { printValue, quoted } from './query-values.ts'
import { isCondition, type Condition, type KeptFilter } from './tree.ts'
import { searchedWord } from './word-search.ts'

/** A filter as a query, which `parseQuery` reads as the same filter again. No filter is the empty query. */
export function printQuery(tree: KeptFilter | null, fields: readonly FilterField[]): string {
  return tree === null ? '' : printNode(tree, fields, true)
}

function printNode(tree: KeptFilter, fields: readonly FilterField[], isTop: boolean): string {
  if (isCondition(tree)) return printCondition(tree, fields)
  if ('not' in tree) return `-${printNode(tree.not, fields, false)}`
  if ('off' in tree) return `off(${printNode(tree.off, fields, true)})`
  const word = searchedWord(tree, fields)
  if (word !== null) return quoted(word)
  const [members, name, joint] = 'and' in tree ? [tree.and, 'ALL', ' '] : [tree.or, 'ANY', ' OR ']
  const parts = members.map((member) => printNode(member, fields, false))
  // One or none of them could not be told from what stands alone.
  if (parts.length < 2) return `${name}(${parts.join('')})`
  return isTop ? parts.join(joint) : `(${parts.join(joint)})`
}

function printCondition({ field: name, op, value = [] }: Condition, fields: readonly FilterField[]): string {
  const field = fieldNamed(fields, name)
  const type = field?.type ?? 'text'
  const short = printName(nameOfField(name, value, fields))
  if (value.length === 0 && (op === 'IS_NULL' || op === 'IS_NOT_NULL')) {
    return `${op === 'IS_NULL' ? 'no' : 'has'}:${short}`
  }
  const values = value.map((each) => printValue(each, type))
  if (op === 'BTW' && values.length === 2) return `${short}:${values.join('..')}`
  const sign = values.length > 0 ? signOfOperator(op, type, values.length) : null
  return sign === null ? `${short}:${op}(${values.join(',')})` : `${short}:${sign}${values.join(',')}`
}

const plainName = /^[\p{L}_][\p{L}\p{N}_.]*$/u
const taken = /^(has|no|or|and|not|all|any)$/i

/** A name of a field as it has to stand before the colon. */
const printName = (name: string) => (plainName.test(name) && !taken.test(name) ? name : quoted(name))

import { WhereFault, type Dialect } from './dialect.ts'

/** An expression over aliases, such as `A AND (B OR C)`. */
export type Expression = { alias: string } | { all: Expression[] } | { any: Expression[] } | { not: Expression }

const incorrect = () => new WhereFault('Please pass the correct conditions')

/** Reads `A AND B`; AND binds closer than OR. The dialect says how much of the grammar this tenant knows (reference 2.4). */
export function parseExpression(text: string, grammar: Dialect['expression']): Expression {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? []
  const words = new Set(tokens.map((token) => token.toUpperCase()))
  if (grammar !== 'full') {
    const advanced = words.has('(') || words.has('NOT') || (words.has('AND') && words.has('OR'))
    if (advanced || (grammar === 'and' && words.has('OR'))) throw incorrect()
  }
  let position = 0
  const next = () => tokens[position]?.toUpperCase()

  function joined(word: 'AND' | 'OR', part: () => Expression): Expression[] {
    const parts = [part()]
    while (next() === word) {
      position += 1
      parts.push(part())
    }
    return parts
  }

  function either(): Expression {
    const parts = joined('OR', both)
    return parts.length === 1 && parts[0] ? parts[0] : { any: parts }
  }

  function both(): Expression {
    const parts = joined('AND', single)
    return parts.length === 1 && parts[0] ? parts[0] : { all: parts }
  }

  function single(): Expression {
    const token = tokens[position]
    position += 1
    if (token?.toUpperCase() === 'NOT') return { not: single() }
    if (token === '(') {
      const inner = either()
      if (tokens[position] !== ')') throw incorrect()
      position += 1
      return inner
    }
    if (token === undefined || !/^\w+$/.test(token) || /^(AND|OR)$/i.test(token)) throw incorrect()
    return { alias: token }
  }

  const expression = either()
  if (position < tokens.length) throw incorrect()
  return expression
}

export function aliasesOf(expression: Expression): string[] {
  if ('alias' in expression) return [expression.alias]
  if ('not' in expression) return aliasesOf(expression.not)
  return ('all' in expression ? expression.all : expression.any).flatMap(aliasesOf)
}

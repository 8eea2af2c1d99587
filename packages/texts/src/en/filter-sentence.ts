// A filter as a sentence.

// operator-words
export const operators = {
  EQ: 'is',
  NE: 'is not',
  IN: 'is one of',
  GT: 'is more than',
  GTE: 'is at least',
  LT: 'is less than',
  LTE: 'is at most',
  BTW: 'is between',
  CONTAINS: 'contains',
  DOES_NOT_CONTAINS: 'does not contain',
  STARTS_WITH: 'starts with',
  ENDS_WITH: 'ends with',
  INCLUDES: 'is any of',
  EXCLUDES: 'is none of',
  IS_NULL: 'is empty',
  IS_NOT_NULL: 'is not empty',
}
export const operatorsInTime = { GT: 'is after', GTE: 'is on or after', LT: 'is before', LTE: 'is on or before' }
export const operatorsInOrder = { GT: 'sorts after', GTE: 'sorts from', LT: 'sorts before', LTE: 'sorts up to' }
export const operatorsOfMany = { INCLUDES: 'includes', EXCLUDES: 'does not include' }
export const operatorsOfLinks = { IS_NULL: 'is none', IS_NOT_NULL: 'is some' }

// sentence
export const everyGoal = 'every goal'
export const noGoal = 'no goal'
export const isInIt = (word: string) => `“${word}” is in it`
export const not = (sentence: string) => `not (${sentence})`
export const switchedOff = (sentence: string, off: number) => `${sentence} (${off} switched off)`
export const all = (parts: string[]) => parts.join(' and ')
export const any = (parts: string[]) => parts.join(' or ')
export const noneOf = (label: string) => `no ${label}`
export const someOf = (label: string) => `some ${label}`
export const more = (rest: number) => `${rest} more`
export const yes = 'yes'
export const no = 'no'
export const quoted = (text: string) => `“${text}”`
export const me = 'me'
export const inAFrozenList = 'in a frozen list'
export const day = (date: number, month: number, year: number) => `${date} ${months[month - 1]} ${year}`
export const edgeOf = (edge: string, period: string) => `the ${edge} of this ${period}`
export const today = 'today'
export const todayAnd = (sign: string, count: number) => `today ${sign} ${count} ${count === 1 ? 'day' : 'days'}`
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

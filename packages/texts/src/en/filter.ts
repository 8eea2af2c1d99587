// Filters: what is wrong with one.

// check
export const aFilterCanHoldAtMost = (maxConditions: number, conditions: number) =>
  `A filter can hold at most ${maxConditions} conditions; this one holds ${conditions}.`
export const thereIsNoFieldSuggesting = (name: string, suggestion: string) => `There is no field ${name}.${suggestion}`
export const operatorDoesNotGoWith = (op: string, name: string, allowed: string) =>
  `${op} does not go with ${name}. Use one of ${allowed}.`
export const wrongCountOn = (op: string, name: string, miscounted: string) => `${op} on ${name} ${miscounted}`
export const valueDoesNotGoWith = (value: string, name: string, valueWords: string) =>
  `${value} does not go with ${name}, which takes ${valueWords}.`
export const btwOnTakesTheLowerValue = (name: string) => `BTW on ${name} takes the lower value first.`
export const takesNoValue = 'takes no value.'
export const takesOneValueNot = (count: number) => `takes one value, not ${count}.`
export const takesTwoValuesNot = (count: number) => `takes two values, not ${count}.`
export const takesAtLeastOneValue = 'takes at least one value.'
export const aTextThatIsNotEmpty = 'a text that is not empty'
export const aLabelThatIsNotEmpty = 'a label that is not empty'
export const aGsid = 'a Gsid'
export const aNumberSuchAs12Or = 'a number such as 12 or 12.5'
export const trueOrFalse = 'true or false'
export const aDayThatExistsWrittenYyyy =
  'a day that exists, written YYYY-MM-DD, or a relative one such as TODAY, TODAY+30, START_OF_QUARTER'
export const aDayYyyyMmDdToday =
  'a day (YYYY-MM-DD, TODAY-7) or an instant with its zone (2026-03-31T12:00:00Z, or epoch milliseconds)'
export const didYouMean = (name: string) => ` Did you mean ${name}?`

// tree
export const isNoOperatorThereAre = (input: string, operators: string) =>
  `${input} is no operator. There are ${operators}.`
export const isNeitherATextANumber = 'is neither a text, a number nor true or false'
export const isSwitchedOffAlready = 'is switched off already'
export const aFilterCanBeNestedAt = (maxLevels: number) => `A filter can be nested at most ${maxLevels} levels deep.`

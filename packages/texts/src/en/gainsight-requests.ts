// What is wrong with a call to Gainsight that came from outside.

// request-check
export const mustNotBeEmpty = (field: string) => `${field} must not be empty.`
export const isMissing = (field: string) => `${field} is missing.`
export const mustBe = (field: string, typeNames: string) => `${field} must be ${typeNames}.`
export const mustBeOrMore = (field: string, minimum: number | bigint) => `${field} must be ${minimum} or more.`
export const mustBeNoLongerThan = (field: string, maximum: number | bigint) =>
  `${field} must be no longer than ${maximum}.`
export const mustBeOrLess = (field: string, maximum: number | bigint) => `${field} must be ${maximum} or less.`
export const orBetween = ' or '
export const mustBeOneOf = (field: string, values: string) => `${field} must be ${values}.`
export const doesNotTake = (field: string, keys: string) => `${field} does not take ${keys}.`
export const isANameThatIsEmpty = (field: string) => `${field} is a name that is empty or too long.`
export const doesNotTakeAValueOf = (field: string) => `${field} does not take a value of this kind.`
export const aNumber = 'a number'
export const aWholeNumber = 'a whole number'
export const trueOrFalse = 'true or false'
export const aList = 'a list'
export const anObject = 'an object'
export const mustBeADay = (field: string) => `${field} must be a day of the calendar, written YYYY-MM-DD.`
export const holdsSomethingThatIsNotA = (field: string) =>
  `${field} holds something that is not a Gsid (36 digits and capital letters).`

// routes
export const needsTheParameter = (name: string, param: string) => `${name} needs the parameter ${param}.`

// where
export const aliasMustBeAShortWord = 'alias must be a short word such as A or A12.'
export const namesTwoConditions = ' names two conditions.'
export const isNotUsedInTheExpression = ' is not used in the expression.'
export const inTheExpressionNamesNo = ' in the expression names no condition.'

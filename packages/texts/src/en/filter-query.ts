// A filter as a line of text, and what is wrong with one.

// parse-query
export const thisIsTooLongForA = 'This is too long for a filter.'
export const thisBracketClosesNothing = 'This bracket closes nothing.'
export const aConditionIsMissingHere = 'A condition is missing here.'
export const aConditionIsMissingBehindAnd = 'A condition is missing behind AND.'
export const thisIsNestedTooDeep = 'This is nested too deep.'
export const thisBracketIsNeverClosed = 'This bracket is never closed.'
export const aWordOrAConditionIs = 'A word or a condition is missing here.'
export const aValueIsMissingHere = 'A value is missing here.'
export const theNameOfAFieldIs = 'The name of a field is missing here.'
export const thereIsNoFieldCalled = (name: string) => `There is no field “${name}”.`

// query-scanner
export const theseQuotationMarksAreNever = 'These quotation marks are never closed.'

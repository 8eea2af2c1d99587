// Fields of forms, and what can be wrong with what is typed.

// day-field
export const dayExamples = '31 mar, +30, fri'

// field-editor
export const notSet = 'Not set'
export const clear = (label: string) => `Clear ${label}`

// form-values
export const notADay = 'Not a day: try 31 mar, +30 or fri.'
export const notADateAndTime = 'Not a date and time.'
export const mustNotBeEmpty = (label: string) => `${label} must not be empty.`
export const notANumberWriteItLike = 'Not a number: write it like 1234.5.'
export const wholeNumbersOnly = 'Whole numbers only.'
export const atMostDigitsAfterThePoint = (decimalPlaces: number) => `At most ${decimalPlaces} digits after the point.`
export const takesAtMostCharacters = (label: string, maxLength: number) =>
  `${label} takes at most ${maxLength} characters.`
export const notAnEMailAddress = 'Not an e-mail address.'
export const anAddressBeginsWithHttpOr = 'An address begins with http:// or https://.'

// lookup-field
export const theGsidOfTheRecord = 'The Gsid of the record'

// record-picker
export const searching = 'Searching…'
export const nothingFound = 'Nothing found'

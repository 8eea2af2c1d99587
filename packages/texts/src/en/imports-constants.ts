// Values that every row of an import gets.

// constant-dialog
export const aValueForEveryRowWithout = 'A value for every row without its own'
export const noFieldIsCalledThat = 'No field is called that'
export const takeThisValue = 'Take this value'

// What was understood of a typed day.

// day-words
export const noDueDate = 'No due date'
export const notADayTry31Mar = 'Not a day: try 31 mar, +30 or fri'

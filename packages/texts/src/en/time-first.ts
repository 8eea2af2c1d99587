// Times in words.

// relative-words
export const today = 'today'
export const tomorrow = 'tomorrow'
export const yesterday = 'yesterday'
export const inDays = (count: number) => `in ${days(count)}`
export const daysAgo = (count: number) => `${days(count)} ago`
const days = (count: number) => `${count} day${count === 1 ? '' : 's'}`
/** Stretches of time in their largest unit, whole. */
export const seconds = (count: number) => `${count} s`
export const minutes = (count: number) => `${count} min`
export const hours = (count: number) => `${count} h`
export const shortDays = (count: number) => `${count} d`
export const shortMonths = (count: number) => `${count} mo`
export const years = (count: number) => `${count} y`

// calendar-date
export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
export const dayOf = (day: number, month: string) => `${day} ${month}`
export const dateOf = (day: number, month: string, year: number) => `${day} ${month} ${year}`

/** "1,284": counts are exact. */
export const count = (value: number): string => value.toLocaleString('en')

/** "1 goal", "1,284 goals". */
export const counted = (value: number, word: string): string => `${count(value)} ${word}${value === 1 ? '' : 's'}`

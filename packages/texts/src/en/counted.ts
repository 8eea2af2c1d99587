/** "1,284", "0.25": how every number is written. Counts are exact. */
export const grouped = (value: number, digits?: Intl.NumberFormatOptions): string =>
  digits ? new Intl.NumberFormat('en', digits).format(value) : whole.format(value)

const whole = new Intl.NumberFormat('en')

/** "1 goal", "1,284 goals". */
export const counted = (value: number, word: string): string => `${grouped(value)} ${word}${value === 1 ? '' : 's'}`

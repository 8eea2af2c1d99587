/** "1,284", "0.25": how every number is written. Counts are exact. */
export const grouped = (value: number, digits?: Intl.NumberFormatOptions): string =>
  digits || !Number.isSafeInteger(value)
    ? new Intl.NumberFormat('en', digits).format(value)
    : // The browser takes 20 ms and more for the first use of Intl, just when the first rows and their count are to be drawn.
      String(value).replace(/\B(?=(\d{3})+$)/g, ',')

/** "1 goal", "1,284 goals". */
export const counted = (value: number, word: string): string => `${grouped(value)} ${word}${value === 1 ? '' : 's'}`

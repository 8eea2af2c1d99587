/**
 * What the cells of a column hold: `day` a calendar date (YYYY-MM-DD), `moment` an instant (epoch milliseconds), `long` texts that are
 * read rather than compared.
 */
export type Holds = 'text' | 'long' | 'number' | 'boolean' | 'day' | 'moment'

export type Column = { header: string; holds: Holds }

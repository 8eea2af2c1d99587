import { counted, grouped } from '#web/shared/ui/counted.ts'

type Counts = {
  /** How many goals it held then. */
  before: number
  /** Whether these were known to be all. */
  exact: boolean
  /** How many of them are in Gainsight, and how many still match; null as long as that is not known. */
  there: number | null
  still: number | null
}

/** "312 goals then, 305 of them still match now; 2 have left." */
export function frozenWords({ before, exact, there, still }: Counts): string {
  const first = `${counted(before, 'goal')} then${exact ? '' : ', so far as was known'}`
  if (still === null) return `${first}.`
  const gone = there === null ? 0 : before - there
  const left = gone > 0 ? `; ${grouped(gone)} ${gone === 1 ? 'has' : 'have'} left` : ''
  if (still === before) return `${first}, ${before === 1 ? 'and it still matches' : 'and all of them still match'} now.`
  return `${first}, ${grouped(still)} of them still ${still === 1 ? 'matches' : 'match'} now${left}.`
}

import * as texts from '@goalkeeper/texts/views-links'

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
  return texts.heldThen(before, exact, still, there === null ? 0 : before - there)
}

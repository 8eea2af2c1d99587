import * as texts from '@goalkeeper/texts/overview'
import type { MeaningCounts, Overview } from '@goalkeeper/contract/overview'
import { ofCsm, ofOtherCsms } from '@goalkeeper/contract/overview-filters'
import { joinParts } from '@goalkeeper/filter/parts'
import type { FilterTree } from '@goalkeeper/filter/tree'

/** So many CSMs have a row of their own before the others are folded into one. */
export const rowsAtFirst = 10

/** One row of the chart: some goals, the filter that selects them, and how many CSMs they are of. */
export type CsmRow = {
  key: string
  label: string
  hint: string | null
  filter: FilterTree | null
  goals: MeaningCounts
  /** Stands for many, so that its bars would dwarf the others: it has numbers instead. */
  isFold?: boolean
}

/** The rows: those with the most open goals, one for all others, and the goals of nobody last. */
export function csmRows({ csms, csmField }: Pick<Overview, 'csms' | 'csmField'>, isFolded: boolean): CsmRow[] {
  if (csmField === null) return []
  const named = csms.filter(({ csm }) => csm !== null)
  // A fold of one would only hide a name.
  const isWorthIt = isFolded && named.length > rowsAtFirst + 1
  const shown = isWorthIt ? named.slice(0, rowsAtFirst) : named
  const others = named.slice(shown.length)
  const rows = [...shown, ...csms.filter(({ csm }) => csm === null)].map(({ csm, label, hint, goals }): CsmRow => ({
    key: csm ?? '',
    label: csm === null ? texts.noCsm : label,
    hint,
    filter: ofCsm(csmField, csm),
    goals,
  }))
  if (others.length === 0) return rows
  const folded: CsmRow = {
    key: 'others',
    label: texts.otherCsms(others.length),
    hint: null,
    filter: joinParts(
      ofOtherCsms(
        csmField,
        shown.flatMap(({ csm }) => csm ?? []),
      ),
    ),
    goals: sumOf(others.map(({ goals }) => goals)),
    isFold: true,
  }
  return rows.toSpliced(shown.length, 0, folded)
}

export function sumOf(counts: readonly MeaningCounts[]): MeaningCounts {
  const sum = (meaning: keyof MeaningCounts) => counts.reduce((total, each) => total + each[meaning], 0)
  return {
    planned: sum('planned'),
    'on track': sum('on track'),
    'at risk': sum('at risk'),
    achieved: sum('achieved'),
    dropped: sum('dropped'),
    unknown: sum('unknown'),
  }
}

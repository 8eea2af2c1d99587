import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/imports-words'
import type { Import, ImportOutcome, ImportRow } from '@goalkeeper/contract/imports'

/** What a row comes to, as its list is called. */
export const outcomeWords: Record<ImportOutcome, string> = {
  create: common.newOne,
  update: common.changed,
  unchanged: texts.unchanged,
  ambiguous: texts.ambiguous,
  invalid: texts.invalid,
}

/** What an import would do, as a sentence; null while that is not known. */
export function effectWords(counts: Import['counts']): string | null {
  if (!counts) return null
  const { create, update, unchanged } = counts
  const deeds = [create > 0 && texts.creates(create), update > 0 && texts.changes(update)]
  const effect = deeds.filter((deed) => deed !== false).join(common.and)
  if (effect) return texts.theImport(effect)
  return unchanged > 0 ? texts.everyGoalIsAsTheFile : texts.noRowCanBeImportedYet
}

/** How many goals an import would write, and how many rows have to be mended or decided first. */
export function sizeOf(counts: Import['counts']): { writes: number; stuck: number } {
  if (!counts) return { writes: 0, stuck: 0 }
  return { writes: counts.create + counts.update, stuck: counts.ambiguous + counts.invalid }
}

/** What there is to say of a row in one line: what is wrong with it, or what becomes of it. `labelOf` names a field. */
export function noteOfRow(row: ImportRow, labelOf: (field: string) => string): string {
  const [problem, ...others] = row.problems
  if (problem) return others.length > 0 ? texts.andMore(problem.reason, others.length) : problem.reason
  switch (row.outcome) {
    case 'create':
      return row.parentName ?? ''
    case 'update':
      return row.differences.map(({ field }) => labelOf(field)).join(', ')
    default:
      return ''
  }
}

/** Decisions that nobody has made yet. */
export const undecided = ({ decisions }: Pick<Import, 'decisions'>) =>
  decisions.filter(({ decided }) => decided === null).length

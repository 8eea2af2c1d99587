import type { Import, ImportOutcome, ImportRow } from '@goalkeeper/contract/imports'
import { counted } from '#web/shared/ui/counted.ts'

/** What a row comes to, as its list is called. */
export const outcomeWords: Record<ImportOutcome, string> = {
  create: 'New',
  update: 'Changed',
  unchanged: 'Unchanged',
  ambiguous: 'Ambiguous',
  invalid: 'Invalid',
}

/** What an import would do, as a sentence; null while that is not known. */
export function effectWords(counts: Import['counts']): string | null {
  if (!counts) return null
  const { create, update, unchanged } = counts
  const deeds = [create > 0 && `creates ${counted(create, 'goal')}`, update > 0 && `changes ${counted(update, 'goal')}`]
  const effect = deeds.filter((deed) => deed !== false).join(' and ')
  if (effect) return `The import ${effect}.`
  return unchanged > 0 ? 'Every goal is as the file has it: there is nothing to import.' : 'No row can be imported yet.'
}

/** How many goals an import would write, and how many rows have to be mended or decided first. */
export function sizeOf(counts: Import['counts']): { writes: number; stuck: number } {
  if (!counts) return { writes: 0, stuck: 0 }
  return { writes: counts.create + counts.update, stuck: counts.ambiguous + counts.invalid }
}

/** What there is to say of a row in one line: what is wrong with it, or what becomes of it. `labelOf` names a field. */
export function noteOfRow(row: ImportRow, labelOf: (field: string) => string): string {
  const [problem, ...others] = row.problems
  if (problem) return others.length > 0 ? `${problem.reason} And ${others.length} more.` : problem.reason
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

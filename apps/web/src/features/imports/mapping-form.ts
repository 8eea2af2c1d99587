import * as common from '@goalkeeper/texts/common'
import type { Import, Mapping } from '@goalkeeper/contract/imports'
import { z } from 'zod'
import { filterInAddress } from '#web/shared/access/filter-in-address.ts'
import { keyOfTarget, targetOfKey } from './column-targets.ts'

/** The mapping as the boxes of the form have it. */
export const mappingForm = z.object({
  /** For each column the word of its target. */
  columns: z.array(z.string()),
  constants: z.record(z.string(), z.custom<Mapping['constants'][string]>()),
  dates: z.string(),
  decimal: z.string(),
  empty: z.string(),
  match: z.string(),
  /** One goal a row, or one for each company of a filter. */
  each: z.enum(['row', 'company']),
  /** Address of a list whose filter says which companies; empty: all. */
  address: z.string().refine((text) => text.trim() === '' || filterInAddress(text) !== null, common.thisIsNoAddressOfA),
})
export type MappingForm = z.infer<typeof mappingForm>

export function formOfMapping({
  columns,
  constants,
  dates,
  decimal,
  empty,
  match,
  forEachCompany,
}: Mapping): MappingForm {
  const filter = forEachCompany?.filter ?? null
  return {
    columns: columns.map(keyOfTarget),
    constants,
    dates,
    decimal,
    empty,
    match,
    each: forEachCompany ? 'company' : 'row',
    address: filter ? `${location.origin}/goals?filter=${encodeURIComponent(JSON.stringify(filter))}` : '',
  }
}

/** Boxes offer what the contract knows, so that what they hold is one of it; a hand-made value is told by the server. */
export function mappingOfForm(form: MappingForm): Mapping {
  const { columns, constants, each, address, ...choices } = form
  return {
    ...(choices as Pick<Mapping, 'dates' | 'decimal' | 'empty' | 'match'>),
    columns: columns.map(targetOfKey),
    constants,
    forEachCompany: each === 'company' ? { filter: filterInAddress(address) } : null,
  }
}

/** What keeps a column from being read, as long as it is chosen as it was when that was found. */
export function columnProblem(
  { mappingProblems, mapping }: Pick<Import, 'mapping' | 'mappingProblems'>,
  column: number,
  chosen: string,
): string | null {
  const saved = mapping.columns[column]
  if (!saved || keyOfTarget(saved) !== chosen) return null
  return mappingProblems.find((problem) => problem.column === column)?.reason ?? null
}

import {
  linkedField,
  linkedKinds,
  type LinkedKind,
  linkedValues,
  type LinkedProperties,
} from '@goalkeeper/filter/linked-fields'
import { foldCase } from '@goalkeeper/filter/values'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { GoalRow } from './goal-row.ts'

/** Gsids of CTAs and success plans. */
export type Links = Record<LinkedKind, readonly string[]>
export type LinkedColumns = Pick<GoalRow, 'linked' | 'linked_terms'>
/** What is known of records, by kind and Gsid. */
type Known = Record<LinkedKind, ReadonlyMap<string, LinkedProperties>>

/** Asks the catalogue once for all that these goals link to, and gives what makes the columns of each of them. */
export async function linkedColumnsFor(
  goals: readonly Links[],
  { linkedProperties }: Pick<Catalogue, 'linkedProperties'>,
): Promise<(links: Links) => LinkedColumns> {
  const of = (kind: LinkedKind) => linkedProperties(kind, new Set(goals.flatMap((links) => links[kind])))
  const known: Known = { CTA: await of('CTA'), SP: await of('SP') }
  return (links) => linkedColumns(links, known)
}

/** What a goal holds that links to these records. */
export function linkedColumns(links: Links, known: Known): LinkedColumns {
  const linked = Object.assign(
    {},
    ...linkedKinds.map((kind) => linkedValues(kind, links[kind], known[kind])),
  ) as ReturnType<typeof linkedValues>
  const terms = Object.entries(linked).flatMap(([field, held]) => [
    filledTerm(field),
    ...[held].flat().map((value) => valueTerm(field, value)),
  ])
  return { linked, linked_terms: [...new Set(terms)].toSorted() }
}

/** That a field about linked records holds something. */
export const filledTerm = (field: string): string => field

/** That it holds this value, compared as its type compares: ids by the letter, labels in any case. */
export function valueTerm(field: string, value: string): string {
  const text = linkedField(field)?.type === 'gsid' ? value : foldCase(value)
  // An entry of an index may not be longer than a third of a page.
  return `${field}=${text.slice(0, longestTerm)}`
}

const longestTerm = 500

import * as texts from '@goalkeeper/texts/server/exports'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { ColumnTarget } from '@goalkeeper/contract/imports'
import { type EntityType, parentFields } from '@goalkeeper/gainsight/goal-parts'
import { guessTarget } from '#bff/imports/guess-mapping.ts'

/** Names columns so that no two are alike, and so that an import of the file finds by itself what each of them holds. */
export function createHeaders(fields: readonly Field[]) {
  const taken = new Set<string>()
  const isFree = (header: string) => !taken.has(header.toLowerCase())
  const take = (header: string) => {
    taken.add(header.toLowerCase())
    return header
  }
  const readAs = (header: string) => guessTarget({ name: header, samples: [] }, fields)

  return {
    /** The header of a field. */
    ofField(field: Field): string {
      const { name, label, group } = field
      const ofCompany = group === 'company' ? [texts.company(label)] : []
      const headers = [label, ...ofCompany, `${label} (${name})`, name]
      const fits = (header: string) => isFree(header) && isMeant(readAs(header), field)
      return take(headers.find(fits) ?? name)
    },
    /** The header of something that an import takes nothing from. */
    ofNote(words: string): string {
      const headers = [words, `${words} (note)`]
      return take(headers.find((header) => isFree(header) && readAs(header).kind === 'nothing') ?? words)
    },
    /** A header that is read as it is meant anyway. */
    fixed: take,
  }
}

function isMeant(target: ColumnTarget, { name, editable, type }: Field): boolean {
  const parent = entityOf(name)
  if (parent !== null) return target.kind === 'parent' && target.entityType === parent
  if (type === 'ids') return target.kind === 'links' && target.link === name
  return editable ? target.kind === 'field' && target.field === name : target.kind === 'nothing'
}

function entityOf(name: string): EntityType | null {
  const found = Object.entries(parentFields).find(([, { id, name: named }]) => name === id || name === named)
  return found ? (found[0] as EntityType) : null
}

import * as texts from '@goalkeeper/texts/server/imports'
import * as common from '@goalkeeper/texts/server/common'
import type { CellProblem } from '@goalkeeper/contract/imports'
import { type EntityType, parentFields } from '@goalkeeper/gainsight/goal-parts'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { createNearness } from './nearness.ts'

/** What a goal can hang on. `by`: its own fields by which a file may name it, in text. */
export type Parent = {
  entityType: EntityType
  gsid: string
  name: string
  companyId: string | null
  hint: string | null
  by: Record<string, string>
}

export type ParentLists = Record<EntityType, { parents: Parent[]; complete: boolean }>

export type FoundParent =
  | { parent: Parent }
  | { problem: Pick<CellProblem, 'reason' | 'suggestions'>; isAmbiguous: boolean; candidates: string[] }

export const entityWords: Record<EntityType, string> = {
  COMPANY: common.company,
  RELATIONSHIP: common.relationship,
  OPPORTUNITY: common.opportunity,
}
const plurals: Record<EntityType, string> = {
  COMPANY: common.companies,
  RELATIONSHIP: common.relationships,
  OPPORTUNITY: common.opportunities,
}

/** Looking for near names among tens of thousands takes a moment, which is not spent on a column that was mapped wrongly. */
const mostLooks = 2_000

export const parentRef = ({ entityType, gsid }: Parent) => ({ field: parentFields[entityType].id, gsid })

/** Finds parents by what a file says of them. */
export function createParentFinder(lists: ParentLists) {
  const byGsid = new Map(Object.values(lists).flatMap(({ parents }) => parents.map((one) => [one.gsid, one] as const)))
  const indexes = new Map<string, Map<string, Parent[]>>()
  const nearness = new Map<string, ReturnType<typeof createNearness<Parent>>>()
  const near = new Map<string, Parent[]>()
  let looks = 0

  function indexOf(entityType: EntityType, by: string): Map<string, Parent[]> {
    const key = `${entityType} ${by}`
    const known = indexes.get(key)
    if (known) return known
    const index = Map.groupBy(
      lists[entityType].parents.filter((one) => one.by[by] !== undefined),
      (one) => fold(one.by[by] ?? ''),
    )
    indexes.set(key, index)
    return index
  }

  function nearTo(value: string, entityType: EntityType, by: string): Parent[] {
    const key = `${entityType} ${by} ${fold(value)}`
    const known = near.get(key)
    if (known) return known
    if (looks >= mostLooks) return []
    looks += 1
    const column = `${entityType} ${by}`
    const look =
      nearness.get(column) ??
      createNearness(
        lists[entityType].parents.filter((one) => one.by[by] !== undefined),
        (one) => one.by[by] ?? '',
      )
    nearness.set(column, look)
    const found = look(value)
    near.set(key, found)
    return found
  }

  function ofGsid(gsid: string, entityType: EntityType): FoundParent {
    const known = byGsid.get(gsid)
    if (known?.entityType === entityType) return { parent: known }
    // Where not every record is stored, the tenant decides whether there is one of this id.
    if (isGsid(gsid) && !known && !lists[entityType].complete) {
      return { parent: { entityType, gsid, name: gsid, companyId: null, hint: null, by: {} } }
    }
    const reason = isGsid(gsid) ? texts.gainsightHasNoOfThisGsid(entityWords[entityType]) : common.thisIsNoGsidItHas
    return { problem: { reason, suggestions: [] }, isAmbiguous: false, candidates: [] }
  }

  return {
    ofGsid,
    /** `companyId` narrows the relationships and opportunities of one name. */
    find(value: string, entityType: EntityType, by: string, companyId: string | null): FoundParent {
      if (by === 'Gsid') return ofGsid(value.trim(), entityType)
      const all = indexOf(entityType, by).get(fold(value)) ?? []
      const alike = companyId === null ? all : all.filter((one) => one.companyId === companyId)
      const exact = alike.filter((one) => one.by[by]?.trim() === value.trim())
      const found = exact.length > 0 ? exact : alike
      const [only, ...others] = found
      if (only && others.length === 0) return { parent: only }
      if (only) {
        const reason = texts.severalAreSayWhich(plurals[entityType], value.trim())
        const suggestions = found.slice(0, 20).map(suggestionOf)
        return { problem: { reason, suggestions }, isAmbiguous: true, candidates: found.map(({ gsid }) => gsid) }
      }
      const isKnownElsewhere = all.length > 0 ? texts.ofThisCompany : ''
      const some = lists[entityType].complete ? '' : texts.notEveryIsKnownHereIts(entityWords[entityType])
      const reason = texts.thereIsNo(entityWords[entityType], value.trim(), isKnownElsewhere, some)
      const suggestions = nearTo(value, entityType, by).map(suggestionOf)
      return { problem: { reason, suggestions }, isAmbiguous: false, candidates: [] }
    },
  }
}

const suggestionOf = ({ gsid, name, hint }: Parent) => ({ value: gsid, label: name, hint })
const fold = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')

import { type ClearBy, type ClearWord, clearWordSchema } from '@goalkeeper/contract/status'
import { type Operator, operators } from '@goalkeeper/filter/tree'
import { z } from 'zod'
import type { Knowledge } from './capability-store.ts'
import type { CapabilityName } from './capability-texts.ts'
import type { ObjectNames } from './object-names.ts'

export type Known = 'yes' | 'no' | 'unknown'

/**
 * What this tenant is known to do where the documentation is silent (reference, section 11), with a safe answer where nothing is known yet.
 * Every room that calls the tenant asks here instead of assuming.
 */
export type Capabilities = {
  /** A fetch without `where` is answered with goals. */
  whereOptional: boolean
  /** Number of the first page. 0 where 0 is accepted and might be a page of its own: reading it twice only costs a call. */
  pageBase: 0 | 1
  /** The most goals that one page was seen to hold. */
  pageMaximum: number
  /** Operators of `where` that selected the right goals. */
  operators: ReadonlySet<Operator>
  /** Conditions may be joined by OR; by AND they always may. */
  or: boolean
  parentheses: boolean
  /** `ModifiedDate GTE` selects the right goals when the instant is written in this way; null: it does not. */
  modifiedSince: 'epoch' | 'iso' | null
  /** `DueDate GTE` selects the right goals. */
  dueDateSince: boolean
  /** `StatusId__gr.Name` may be selected and comes back. */
  statusNameSelectable: boolean
  /** Standard fields that the fetch refuses to select. */
  refusedFields: ReadonlySet<string>
  /** Two equal reads of a page gave one order. Only 'no' is proof. */
  orderStable: Known
  /** API names of objects that every tenant names itself; null until found. */
  objects: ObjectNames
  /** What empties a field in an update. `null` is the guess until a write check. */
  clearBy: ClearBy
  associationInUpdate: Known
  linkAndUnlinkInOne: Known
  relinkHarmless: Known
  /** A create may name its parent by id. Learned only from creates that people make. */
  parentById: Known
}

/** Only what the primary document shows: EQ, AND, pages from 1 (customer-goals-api.txt). */
export const assumedCapabilities: Capabilities = {
  whereOptional: false,
  pageBase: 1,
  pageMaximum: 100,
  operators: new Set<Operator>(['EQ']),
  or: false,
  parentheses: false,
  modifiedSince: null,
  dueDateSince: false,
  statusNameSelectable: false,
  refusedFields: new Set(),
  orderStable: 'unknown',
  objects: { goal: null, opportunity: null, template: null, relationshipType: null },
  clearBy: { DueDate: 'null', Description: 'null', custom: 'null' },
  associationInUpdate: 'unknown',
  linkAndUnlinkInOne: 'unknown',
  relinkHarmless: 'unknown',
  parentById: 'unknown',
}

const objectName = z.string().nullable()
const objectNamesSchema = z.object({
  goal: objectName,
  opportunity: objectName,
  template: objectName,
  relationshipType: objectName,
})

/** The typed flags in what was found out, with the safe answer for everything else. */
export function capabilitiesFrom(knowledge: Knowledge): Capabilities {
  const assumed = assumedCapabilities
  const known = (name: CapabilityName): Known => knowledge.get(name)?.state ?? 'unknown'
  const is = (name: CapabilityName) => known(name) === 'yes'
  const value = <T>(name: CapabilityName, schema: z.ZodType<T>): T | null =>
    schema.safeParse(knowledge.get(name)?.value).data ?? null
  const clearWord = (name: CapabilityName) => (known(name) === 'no' ? 'never' : value(name, clearWordSchema))
  return {
    whereOptional: is('whereOptional'),
    pageBase: known('pageBase') === 'no' ? 0 : 1,
    pageMaximum: value('pageMaximum', z.int().min(1)) ?? assumed.pageMaximum,
    operators: new Set(value('operators', z.array(z.enum(operators))) ?? assumed.operators),
    or: is('or'),
    parentheses: is('parentheses'),
    modifiedSince: is('modifiedSince') ? value('modifiedSince', z.enum(['epoch', 'iso'])) : null,
    dueDateSince: is('dueDateSince'),
    statusNameSelectable: is('statusName'),
    refusedFields: new Set(value('standardFields', z.array(z.string())) ?? []),
    orderStable: known('orderStable'),
    objects: value('objectList', objectNamesSchema) ?? assumed.objects,
    clearBy: clearByFrom(clearWord('clearDueDate'), clearWord('clearDescription')),
    associationInUpdate: known('associationInUpdate'),
    linkAndUnlinkInOne: known('linkAndUnlinkInOne'),
    relinkHarmless: known('relinkHarmless'),
    parentById: known('parentById'),
  }
}

/** Custom fields are not tried: they go by an empty text where only that has emptied anything. */
function clearByFrom(dueDate: ClearWord | null, description: ClearWord | null): ClearBy {
  const words = [dueDate, description]
  const custom = words.includes('empty') && !words.includes('null') ? 'empty' : 'null'
  return { DueDate: dueDate ?? 'null', Description: description ?? 'null', custom }
}

import * as texts from '@goalkeeper/texts/server/connection'
import { describeObjectsBody, type TenantField } from '@goalkeeper/gainsight/objects'
import type { Finding, Findings } from '../capability-store.ts'
import type { CapabilityName } from '../capability-texts.ts'
import { findObjectNames, likelyNames, type ObjectNames } from '../object-names.ts'
import { attempt, type Probe, type ProbeContext, type ReadForProbe, refusedText } from './probe.ts'

/** The list of objects, and through it the names that every tenant gives to some. Without a list, likely names are tried. */
export const objectListProbe: Probe = {
  asks: ['objectList'],
  async run(context) {
    const listed = await attempt(() => context.read('listObjects', null))
    const goal = (await context.sample())[0]
    if (!listed.accepted) {
      const names: ObjectNames = {
        goal: await firstQueried(context, likelyNames.goal),
        opportunity: await firstQueried(context, likelyNames.opportunity),
        template: null,
        relationshipType: null,
      }
      return { objectList: { state: 'no', found: refusedText(listed.refusal), value: names } }
    }
    const names = findObjectNames(listed.data, goal?.record.Gsid ?? null)
    names.goal ??= await firstQueried(context, likelyNames.goal)
    names.opportunity ??= await firstQueried(context, likelyNames.opportunity)
    const told = texts.objectsGoalsAreOpportunities(listed.data.length, names.goal, names.opportunity)
    return { objectList: { state: 'yes', found: told, value: names } }
  },
}

async function firstQueried(context: ProbeContext, names: readonly string[]): Promise<string | null> {
  for (const name of names) if ((await queried(context, name)).state === 'yes') return name
  return null
}

/** Each of the three ways to describe an object, tried on the goal object, or on the company where that has no known name. */
export const describeProbe: Probe = {
  asks: ['describe', 'describeBatch', 'describeLegacy', 'dropdowns'],
  async run({ read, capabilities }) {
    const object = capabilities().objects.goal ?? 'company'
    const ways = {
      describe: () => read('describeObject', null, { object }),
      describeBatch: () => read('describeObjects', describeObjectsBody([object])),
      describeLegacy: () => read('describeObjectLegacy', null, { object }),
    }
    const findings: Findings = {}
    let category: string | null = null
    for (const [name, way] of Object.entries(ways)) {
      findings[name as keyof typeof ways] = await found(way, ([described]) => {
        if (!described || described.fields.length === 0) return null
        category ??= described.fields.map(categoryOf).find((id) => id !== null) ?? null
        return texts.cameWithFields(object, described.fields.length)
      })
    }
    return { ...findings, dropdowns: await dropdownFinding(read, category) }
  },
}

const categoryOf = (field: TenantField): string | null => field.meta?.properties?.PICKLIST_CATEGORY_ID ?? null

async function dropdownFinding(read: ReadForProbe, categoryId: string | null): Promise<Finding> {
  if (!categoryId) return { state: 'unknown', found: texts.noPicklistCategoryIsKnownTo }
  return found(
    () => read('readDropdown', null, { categoryId }),
    ({ childItems }) => (childItems.length > 0 ? texts.aCategoryCameWithItems(childItems.length) : null),
  )
}

/** Objects of a fixed name, each asked for one row. */
const objectQueries: [CapabilityName, (names: ObjectNames) => string | null][] = [
  ['goalQuery', (names) => names.goal],
  ['companyQuery', () => 'company'],
  ['relationshipQuery', () => 'relationship'],
  ['opportunityQuery', (names) => names.opportunity],
  ['templateQuery', (names) => names.template],
  ['relationshipTypeQuery', (names) => names.relationshipType],
  ['userQuery', () => 'gsuser'],
  ['ctaQuery', () => 'call_to_action'],
  ['planQuery', () => 'cta_group'],
  ['daPicklist', () => 'da_picklist'],
]

export const objectQueryProbes: Probe[] = objectQueries.map(([name, objectOf]) => ({
  asks: [name],
  async run(context) {
    const object = objectOf(context.capabilities().objects)
    if (object) return { [name]: await queried(context, object) }
    return { [name]: { state: 'no', found: texts.theNameOfTheObjectIs } }
  },
}))

const queried = ({ read }: Pick<ProbeContext, 'read'>, object: string) =>
  found(
    () => read('queryObject', { select: ['Gsid', 'Name'], limit: 1, offset: 0 }, { object }),
    (rows) => (rows.length > 0 ? texts.gaveARecord(object) : texts.isAnsweredAndHasNoRecord(object)),
  )

export const listProbe: Probe = {
  asks: ['ctaList', 'planList', 'userList'],
  async run({ read }) {
    const request = { select: ['Gsid', 'Name'], pageSize: 1, pageNumber: 1 }
    const told = (rows: unknown[]) => (rows.length > 0 ? texts.itGaveARecord : texts.itIsAnsweredAndHasNo)
    return {
      ctaList: await found(() => read('listCtas', request), told),
      planList: await found(() => read('listSuccessPlans', request), told),
      userList: await found(() => read('listUsers', { select: ['Gsid', 'Name'], limit: 1, page: 0 }), told),
    }
  },
}

/** What a call shows: a refusal is a no, and so is an answer of which `tell` makes nothing. */
async function found<T>(run: () => Promise<T>, tell: (data: T) => string | null): Promise<Finding> {
  const tried = await attempt(run)
  if (!tried.accepted) return { state: 'no', found: refusedText(tried.refusal) }
  const told = tell(tried.data)
  return told ? { state: 'yes', found: told } : { state: 'no', found: texts.itIsAnsweredWithoutWhatIt }
}

import * as texts from '@goalkeeper/texts/server/catalogue'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { Connection } from '../connection/connection.ts'
import type { Database } from '../database/connect.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { ages } from './ages.ts'
import type { CatalogueChange } from './catalogue.ts'
import { companyAttributes, type CompanyAttribute, csmUser, suggestedAttributes } from './company-attributes.ts'
import { createDescribe, describeGoal } from './field-sources.ts'
import { goalFields } from './goal-fields.ts'
import type { GoalsSeen } from './goals-seen.ts'
import { readObject, readSeenFields, storeObject } from './object-store.ts'
import { allOf } from './record-fetcher.ts'
import { forgetAges, readList, storeList } from './record-store.ts'
import type { Turn } from './row-source.ts'
import { hasName, mergeStatuses, readStatuses, retireStatuses, storeStatuses } from './status-list.ts'
import { findStatuses } from './status-sources.ts'

/** Where the tenant gave nothing, it is asked again after this or after the next probe, and not after a day. */
const retryAgeMs = 60 * 60_000

type MetadataParts = {
  database: Database
  gateway: Pick<Gateway, 'read'>
  connection: Pick<
    Connection,
    'capabilities' | 'known' | 'learn' | 'probedAt' | 'settings' | 'suggestAttributes' | 'meanings'
  >
  goalsSeen: Pick<GoalsSeen, 'idsSeen' | 'refusedFields'>
  turn: Turn
  changed: (change: CatalogueChange) => void
  now: () => number
}

/** Fields and statuses as they are known, built anew whenever something that they are made of changes. */
type Built = {
  fields: Field[]
  statuses: Status[]
  attributes: CompanyAttribute[]
  isDescribed: boolean
}

export type Metadata = {
  current: () => Promise<Built>
  /** Resolves when every rebuild that was asked for until now is over. */
  rebuilt: () => Promise<void>
  /** Of the company, as chosen now. */
  attributes: () => readonly CompanyAttribute[]
  /** Describes the goal object and the company, when that is too old. */
  refreshFields: () => Promise<void>
  refreshStatuses: () => Promise<void>
  /** Looks for the names of statuses again, however young the last answer. */
  findStatuses: () => Promise<void>
  /** Builds anew from the store, and tells what differs. */
  rebuild: () => Promise<Built>
}

export function createMetadata(parts: MetadataParts): Metadata {
  const { database, gateway, connection, goalsSeen, turn, changed, now } = parts
  const describe = createDescribe(gateway, connection)
  let built: Built | undefined
  let building: Promise<unknown> = Promise.resolve()
  let queued: Promise<Built> | undefined

  const isAbsent = (...ways: Parameters<typeof connection.known>[0][]) =>
    ways.every((way) => connection.known(way) === 'no')

  async function build(): Promise<Built> {
    const [goal, company] = [await readObject(database, 'goal'), await readObject(database, 'company')]
    const { companyAttributes: chosen, typedFields } = connection.settings()
    const isOffered = connection.known('companyQuery') !== 'no'
    const attributes = isOffered ? companyAttributes([...new Set([...chosen, csmUser])], company?.fields ?? null) : []
    // Until the tenant was asked, an id without a name is no question for an admin.
    const isAsked = (await readList(database, 'statuses')) !== null
    const statuses = mergeStatuses({
      known: await readStatuses(database),
      meanings: connection.meanings(),
      seenIds: isAsked ? await goalsSeen.idsSeen('StatusId') : [],
    })
    const fields = goalFields({
      described: goal?.fields ?? null,
      typed: typedFields,
      seen: await readSeenFields(database),
      attributes,
      statuses,
      refused: new Set([...connection.capabilities().refusedFields, ...goalsSeen.refusedFields()]),
      withoutRecords: new Set([
        ...(isAbsent('ctaQuery', 'ctaList') ? ['CTA'] : []),
        ...(isAbsent('planQuery', 'planList') ? ['SP'] : []),
      ]),
    })
    return { fields, statuses, attributes, isDescribed: goal !== null }
  }

  async function buildAndTell(): Promise<Built> {
    const before = built
    const after = await build()
    built = after
    if (before) await tell(before, after)
    return after
  }

  async function tell(before: Built, after: Built): Promise<void> {
    // What is stored of companies lacks attributes that are new, and holds others in the form of an unknown type.
    if (!isSame(before.attributes, after.attributes)) await forgetAges(database, 'company', allOf('company'))
    const [fields, statuses] = [!isSame(before.fields, after.fields), !isSame(before.statuses, after.statuses)]
    if (!fields && !statuses) return
    changed({ ...(fields && { fields }), ...(statuses && { statuses: after.statuses.flatMap(({ id }) => id ?? []) }) })
  }

  /** One after the other, so that each sees what the one before it has told; those who ask meanwhile share the next. */
  function rebuild(): Promise<Built> {
    if (queued) return queued
    const begin = () => {
      queued = undefined
      return buildAndTell()
    }
    queued = building.then(begin, begin)
    building = queued
    return queued
  }

  async function isDue(scope: 'fields' | 'statuses'): Promise<boolean> {
    const list = await readList(database, scope)
    if (!list) return true
    if (list.complete) return now() - list.fetchedAt > ages[scope]
    return now() - list.fetchedAt > retryAgeMs || (connection.probedAt() ?? 0) > list.fetchedAt
  }

  async function refreshFields(): Promise<void> {
    if (!(await isDue('fields'))) return
    const goal = await describeGoal(describe, connection, turn)
    if (goal) await storeObject(database, 'goal', goal, now())
    const company = await describe('company', turn)
    if (company) {
      await storeObject(database, 'company', company, now())
      await connection.suggestAttributes(suggestedAttributes(company))
    }
    await storeList(database, 'fields', goal !== null && company !== null, now())
    await rebuild()
  }

  async function lookForStatuses(): Promise<void> {
    const seenIds = await goalsSeen.idsSeen('StatusId')
    const fields = (await readObject(database, 'goal'))?.fields ?? []
    const findings = await findStatuses({ gateway, connection, fields, seenIds, turn })
    if (findings) {
      await storeStatuses(database, findings.statuses, now())
      const listed = findings.statuses.filter(({ source }) => source === 'tenant').map(({ id }) => id)
      if (listed.length > 0) await retireStatuses(database, listed)
    }
    await storeList(database, 'statuses', findings !== null, now())
    const { statuses } = await rebuild()
    // Before the first goals came, there may be none yet that a name is missing of.
    const areNamed = statuses.length > 0 && statuses.every(hasName)
    // Another look may have found meanwhile what this one did not.
    if (!findings && areNamed && connection.known('statuses') === 'yes') return
    const found = findings?.found ?? texts.noReadGivesThemTheyAre
    await connection.learn({ statuses: { state: areNamed ? 'yes' : 'no', found } })
  }

  return {
    current: async () => built ?? rebuild(),
    rebuilt: () => building.then(nothing, nothing),
    attributes: () => built?.attributes ?? [],
    rebuild,
    refreshFields,
    async refreshStatuses() {
      if (await isDue('statuses')) await lookForStatuses()
    },
    findStatuses: lookForStatuses,
  }
}

const nothing = () => undefined
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

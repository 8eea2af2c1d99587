import * as texts from '@goalkeeper/texts/server/goals'
import type { Company, Field, Status } from '@goalkeeper/contract/catalogue'
import { checkFilter } from '@goalkeeper/filter/check'
import { passes } from '@goalkeeper/filter/evaluate'
import { mentionsMe, withMe } from '@goalkeeper/filter/me'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { surely } from '@goalkeeper/filter/undecided'
import { parentFields } from '@goalkeeper/gainsight/goal-parts'
import type { CreateGoalRequest } from '@goalkeeper/gainsight/goal-create'
import { sql } from 'kysely'
import { AppError } from '../http/app-error.ts'
import type { Asker } from '../http/caller.ts'
import { linkedColumnsFor } from './linked-columns.ts'
import type { GoalIndexNeeds } from './needs.ts'
import { conditionOf } from './query.ts'

/** Which goals somebody sees (null: all), and the Gainsight user who is meant by `@me` when they ask. */
export type Sight = { within: FilterTree | null; me: string | null }

const noGoal: FilterTree = { or: [] }

type Parts = Pick<GoalIndexNeeds, 'database' | 'catalogue'> & { today: () => string }

/** What each who asks sees of the goals: the one place where that is decided. */
export type Sights = ReturnType<typeof createSights>

export function createSights({ database, catalogue, today }: Parts) {
  async function userOf({ caller: { email } }: Asker): Promise<string | null> {
    if (email === null) return null
    return (await catalogue.usersByEmail([email])).get(email.toLowerCase())?.gsid ?? null
  }

  /** With a filter of theirs, if there is one, in which `@me` may stand as well. */
  async function sightOf(asker: Asker, filter: FilterTree | null = null): Promise<Sight> {
    const { scope } = asker.rights
    if (scope === null && filter === null) return { within: null, me: null }
    const fields = await catalogue.fields()
    const isAboutMe = [scope, filter].some((tree) => tree !== null && mentionsMe(tree, fields))
    const me = isAboutMe ? await userOf(asker) : null
    return { within: scope && withinOf(scope, fields, me), me }
  }

  /** Of these goals, those that somebody sees. */
  async function seenOf(asker: Asker, gsids: readonly string[]): Promise<Set<string>> {
    const { within } = await sightOf(asker)
    if (!within) return new Set(gsids)
    if (gsids.length === 0) return new Set()
    const condition = conditionOf(null, { fields: await catalogue.fields(), today: today(), within, search: null })
    const { rows } = await sql<{ gsid: string }>`
      SELECT goal.gsid FROM goal WHERE goal.gsid = ANY (${gsids}::text[]) AND ${condition}`.execute(database.db)
    return new Set(rows.map(({ gsid }) => gsid))
  }

  /** Throws an AppError (`not-found`) for a goal that somebody does not see, whether it is there or not. */
  async function requireSeen(asker: Asker, gsid: string): Promise<void> {
    if (asker.rights.scope === null || (await seenOf(asker, [gsid])).has(gsid)) return
    throw new AppError('not-found', texts.thereIsNoGoalAmongThose(gsid))
  }

  /** Throws an AppError (`forbidden`) when a new goal would not be seen by who asks for it, or when that cannot be told. */
  async function requireWouldBeSeen(asker: Asker, body: CreateGoalRequest): Promise<void> {
    const [isSeen] = await wouldBeSeen(asker, [body])
    if (isSeen) return
    throw new AppError('forbidden', unseenNewGoal)
  }

  /** Whether each of these new goals would be seen by who asks for them. */
  async function wouldBeSeen(asker: Asker, bodies: readonly CreateGoalRequest[]): Promise<boolean[]> {
    const { within } = await sightOf(asker)
    if (!within) return bodies.map(() => true)
    const context = { fields: await catalogue.fields(), today: today() }
    const companies = await catalogue.companies(new Set(bodies.flatMap((body) => companyOfNew(body) ?? [])))
    const statuses = await catalogue.statuses()
    const linkedColumns = await linkedColumnsFor(bodies.map(linksOfNew), catalogue)
    return bodies.map((body) => {
      const fields = fieldsOfNew(body, companies, statuses)
      const links = linksOfNew(body)
      return (
        fields !== null && passes(within, { fields: { ...fields, ...linkedColumns(links).linked }, ...links }, context)
      )
    })
  }

  return { sightOf, seenOf, requireSeen, requireWouldBeSeen, wouldBeSeen }
}

export const unseenNewGoal = texts.theNewGoalWouldNotBe

function linksOfNew({ requests }: CreateGoalRequest): { CTA: string[]; SP: string[] } {
  const links = requests[0]?.association
  return { CTA: links?.CTA ?? [], SP: links?.SP ?? [] }
}

/** The Gsid of a new goal's company; null where it is not named by it. */
function companyOfNew({ requests, lookups }: CreateGoalRequest): string | null {
  const record: Record<string, unknown> = { ...requests[0]?.record }
  const byLookup = lookups?.CompanyId?.fields[parentFields.COMPANY.name] === 'Gsid'
  const companyId = record[byLookup ? parentFields.COMPANY.name : parentFields.COMPANY.id]
  return record['EntityType'] === 'COMPANY' && typeof companyId === 'string' ? companyId : null
}

/** A new goal as a list would show it; null where its company is not named by its Gsid. */
function fieldsOfNew(body: CreateGoalRequest, companies: ReadonlyMap<string, Company>, statuses: readonly Status[]) {
  const record: Record<string, unknown> = { ...body.requests[0]?.record }
  const companyId = companyOfNew(body)
  if (companyId === null) return null
  const company = companies.get(companyId)
  const attributes = Object.entries(company?.attributes ?? {}).map(([name, value]) => [`CompanyId__gr.${name}`, value])
  const status = statuses.find(({ name }) => name === record['StatusName'])
  return {
    ...(record as Record<string, string>),
    ...Object.fromEntries(attributes),
    ...statusFields(status),
    CompanyId: companyId,
    CompanyName: company?.name ?? null,
  }
}

/**
 * A scope that cannot be run any more, or means nobody, shows nothing: never everything. Nor does it show a goal of which nobody can tell
 * whether it is within.
 */
function withinOf(scope: FilterTree, fields: readonly Field[], me: string | null): FilterTree {
  if (checkFilter(scope, fields).length > 0) return noGoal
  if (!mentionsMe(scope, fields)) return surely(scope)
  return me === null ? noGoal : surely(withMe(scope, fields, me))
}

const statusFields = (status: Status | undefined) =>
  status ? { StatusId: status.id, StatusMeaning: status.meaning } : {}

import { calendarDay, dayMs } from '../tenant/calendar.ts'
import type { FieldValue, Row } from '../tenant/field.ts'
import type { Links } from '../tenant/goal-store.ts'
import type { Table } from '../tenant/table.ts'
import { createDescriptions } from './descriptions.ts'
import { createCustomValues } from './goal-custom-values.ts'
import { byCompany, createLinker } from './goal-links.ts'
import { goalName } from './goal-words.ts'
import { createGsid } from './gsid.ts'
import { itemNamed, type Picklists } from './picklists.ts'
import type { Random } from './random.ts'

export interface GoalSurroundings {
  companies: Table
  users: Table
  relationships: Table
  opportunities: Table
  templates: Table
  ctas: Table
  plans: Table
  picklists: Picklists
  /** Epoch milliseconds: the day that dates are spread around. */
  anchor: number
  keyPrefix: string
}

const yearsBack = 3

/** Goals of every status and age, in the order in which they were created, and what each is associated with. */
export function createGoals(random: Random, count: number, around: GoalSurroundings) {
  const { companies, users, templates, picklists, anchor, keyPrefix } = around
  const describe = createDescriptions(random.fork('descriptions'))
  const customValues = createCustomValues(random, anchor, users, picklists)
  const linksFor = createLinker(random, around.ctas, around.plans)
  const parentOf = createParents(random, around)
  const statusOf = createStatuses(random, picklists)
  const stepMs = (yearsBack * 365 * dayMs) / count
  const rows: Row[] = []
  const links = new Map<string, Links>()

  for (let index = 0; index < count; index++) {
    const created = Math.floor(anchor - (count - index - random.next()) * stepMs)
    const isOpen = random.chance(anchor - created > 500 * dayMs ? 0.25 : 0.8)
    const company = random.pick(companies.rows)
    const author = random.pick(users.rows).Gsid
    const goal = {
      Gsid: createGsid(random, keyPrefix),
      Name: goalName(random),
      StatusId: statusOf(isOpen),
      DueDate: random.chance(0.12) ? null : calendarDay(anchor, daysUntilDue(random, isOpen)),
      Description: describe(random),
      ...parentOf(company),
      TemplateId: random.chance(0.25) ? random.pick(templates.rows).Gsid : null,
      GoalTypeId: random.pick(picklists.goalType.items).gsid,
      GoalCategory: 'GOAL',
      CurrencyIsoCode: company['CurrencyIsoCode'] ?? 'USD',
      CreatedById: author,
      CreatedDate: created,
      ModifiedById: random.chance(0.5) ? author : random.pick(users.rows).Gsid,
      ModifiedDate: anchor - sinceModified(random, anchor - created, isOpen),
      ...customValues(index, created),
    }
    rows.push(goal)
    const chosen = linksFor(company.Gsid)
    if (chosen.CTA.length > 0 || chosen.SP.length > 0) links.set(goal.Gsid, chosen)
  }
  return { rows, links }
}

function createStatuses(random: Random, { goalStatus }: Picklists): (isOpen: boolean) => string {
  const weigh = (name: string, weight: number) => [itemNamed(goalStatus, name), weight] as const
  const open = [weigh('New', 3), weigh('On Track', 5), weigh('At Risk', 2), weigh('On Hold', 1)]
  const closed = [weigh('Achieved', 6), weigh('Partially Achieved', 2), weigh('Dropped', 2)]
  return (isOpen) => random.weighted(isOpen ? open : closed)
}

/** Open goals are due around the anchor, one in five of them late; closed ones were due before. */
function daysUntilDue(random: Random, isOpen: boolean): number {
  if (!isOpen) return -random.int(1, 400)
  const roll = random.next()
  if (roll < 0.2) return random.int(-90, -1)
  return roll < 0.47 ? random.int(0, 30) : random.int(31, 400)
}

/** Milliseconds since the last change: many open goals were touched within two weeks. */
function sinceModified(random: Random, ageMs: number, isOpen: boolean): number {
  const isFresh = isOpen && random.chance(0.3)
  return Math.floor(random.next() * (isFresh ? Math.min(ageMs, 14 * dayMs) : ageMs))
}

/** One goal in five belongs to a relationship of its company, fewer to an opportunity, as far as there are any. */
function createParents(random: Random, { relationships, opportunities }: GoalSurroundings) {
  const relationshipsOf = byCompany(relationships)
  const opportunitiesOf = byCompany(opportunities)
  return (company: Row): Record<'EntityType' | 'CompanyId', string> & Record<string, FieldValue> => {
    const relationship = random.chance(0.2) ? relationshipsOf.get(company.Gsid)?.[0] : undefined
    const opportunity = !relationship && random.chance(0.15) ? opportunitiesOf.get(company.Gsid)?.[0] : undefined
    return {
      EntityType: relationship ? 'RELATIONSHIP' : opportunity ? 'OPPORTUNITY' : 'COMPANY',
      CompanyId: company.Gsid,
      RelationshipId: relationship?.Gsid ?? null,
      OpportunityId: opportunity?.Gsid ?? null,
      RelationshipTypeId: relationship?.['TypeId'] ?? null,
    }
  }
}

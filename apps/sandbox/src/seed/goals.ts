import { calendarDay, dayMs } from '../tenant/calendar.ts'
import type { Row } from '../tenant/field.ts'
import type { Links } from '../tenant/goal-store.ts'
import type { Table } from '../tenant/table.ts'
import { createDescriptions } from './descriptions.ts'
import { goalName } from './goal-words.ts'
import { createGsid } from './gsid.ts'
import { itemNamed, type Picklists } from './picklists.ts'
import type { Random } from './random.ts'

export interface GoalParents {
  companies: Table
  users: Table
  relationships: Table
  opportunities: Table
  templates: Table
  ctas: Table
  plans: Table
}

/** The records of a table by the company that they belong to. */
function byCompany(table: Table): Map<string, Row[]> {
  return Map.groupBy(table.rows, (row) => String(row['CompanyId']))
}

/** Goals of every status and age, in the order in which they were created, and what each is associated with. */
export function createGoals(
  random: Random,
  count: number,
  keyPrefix: string,
  anchor: number,
  parents: GoalParents,
  picklists: Picklists,
) {
  const describe = createDescriptions(random.fork('descriptions'))
  const relationshipsOf = byCompany(parents.relationships)
  const opportunitiesOf = byCompany(parents.opportunities)
  const ctasOf = byCompany(parents.ctas)
  const plansOf = byCompany(parents.plans)
  const status = (name: string) => itemNamed(picklists.goalStatus, name)
  const openStatuses = [
    [status('New'), 3],
    [status('On Track'), 5],
    [status('At Risk'), 2],
    [status('On Hold'), 1],
  ] as const
  const closedStatuses = [
    [status('Achieved'), 6],
    [status('Partially Achieved'), 2],
    [status('Dropped'), 2],
  ] as const
  const { companies, users, templates } = parents
  const stepMs = (1095 * dayMs) / count
  const rows: Row[] = []
  const links = new Map<string, Links>()

  function some(list: readonly Row[] | undefined, most: number): string[] {
    if (!list || list.length === 0 || !random.chance(0.45)) return []
    const start = random.int(0, list.length - 1)
    return list.slice(start, start + random.int(1, most)).map((row) => row.Gsid)
  }

  for (let index = 0; index < count; index++) {
    const company = random.pick(companies.rows)
    const relationship = random.chance(0.2) ? relationshipsOf.get(company.Gsid)?.[0] : undefined
    const opportunity = !relationship && random.chance(0.15) ? opportunitiesOf.get(company.Gsid)?.[0] : undefined
    // Oldest first, over three years: the table stands in the order of creation.
    const created = Math.floor(anchor - (count - index - random.next()) * stepMs)
    const ageDays = Math.ceil((anchor - created) / dayMs)
    const isOpen = random.chance(ageDays > 500 ? 0.25 : 0.8)
    const modified =
      isOpen && random.chance(0.3)
        ? anchor - random.int(1, Math.min(anchor - created, 14 * dayMs))
        : created + Math.floor((anchor - created) * random.next())
    const author = random.pick(users.rows).Gsid
    const editor = random.chance(0.5) ? author : random.pick(users.rows).Gsid
    const has = (share: number) => random.chance(share)
    const Gsid = createGsid(random, keyPrefix)
    rows.push({
      Gsid,
      Name: goalName(random),
      StatusId: random.weighted(isOpen ? openStatuses : closedStatuses),
      DueDate: has(0.12)
        ? null
        : calendarDay(
            anchor,
            isOpen
              ? random.weighted([
                  [random.int(-90, -1), 3],
                  [random.int(0, 30), 4],
                  [random.int(31, 400), 8],
                ])
              : -random.int(1, 400),
          ),
      Description: describe(random),
      EntityType: relationship ? 'RELATIONSHIP' : opportunity ? 'OPPORTUNITY' : 'COMPANY',
      CompanyId: company.Gsid,
      RelationshipId: relationship?.Gsid ?? null,
      OpportunityId: opportunity?.Gsid ?? null,
      RelationshipTypeId: relationship?.['TypeId'] ?? null,
      TemplateId: has(0.25) ? random.pick(templates.rows).Gsid : null,
      GoalTypeId: random.pick(picklists.goalType.items).gsid,
      GoalCategory: 'GOAL',
      CurrencyIsoCode: company['CurrencyIsoCode'] ?? 'USD',
      CreatedById: author,
      CreatedDate: created,
      ModifiedById: editor,
      ModifiedDate: Math.max(created, modified),
      Outcome_Metric__gc: has(0.5)
        ? random.pick(['Days to go-live', 'Weekly active users', 'Tickets per month', 'NPS', 'Hours saved'])
        : null,
      Target_Value__gc: has(0.5) ? random.int(1, 5000) / (has(0.2) ? 10 : 1) : null,
      Executive_Commitment__gc: has(0.6) ? has(0.4) : null,
      Kickoff_Date__gc: has(0.4) ? calendarDay(created, random.int(0, 30)) : null,
      Last_Reviewed__gc: has(0.4) ? anchor - random.int(0, 90 * dayMs) : null,
      Expected_Value__gc: has(0.4) ? random.int(1, 900) * 500 : null,
      Progress__gc: has(0.5) ? random.int(0, 100) : null,
      Customer_Contact__gc: has(0.3) ? `contact${index}@customer.example` : null,
      Business_Case__gc: has(0.2) ? `https://example.com/cases/${index}` : null,
      Sponsor__gc: has(0.3) ? random.pick(users.rows).Gsid : null,
      Value_Driver__gc: has(0.6) ? random.pick(picklists.valueDriver.items).gsid : null,
      Products__gc: has(0.5)
        ? picklists.products.items
            .filter(() => has(0.35))
            .map((item) => item.gsid)
            .join(';') || null
        : null,
      Success_Criteria__gc: has(0.2)
        ? `<p>Signed off by the sponsor.</p><ul><li>${random.int(10, 95)}&nbsp;% adoption</li></ul>`
        : null,
      External_Reference__gc: has(0.1) ? `CRM-${100_000 + index}` : null,
    })
    const CTA = some(ctasOf.get(company.Gsid), 4)
    const SP = some(plansOf.get(company.Gsid), 2)
    // Deleted in the meantime: the id is still on the goal and leads nowhere.
    if (CTA.length > 0 && has(0.02)) CTA.push(createGsid(random, parents.ctas.keyPrefix))
    if (SP.length > 0 && has(0.02)) SP.push(createGsid(random, parents.plans.keyPrefix))
    if (CTA.length > 0 || SP.length > 0) links.set(Gsid, { CTA, SP })
  }
  return { rows, links }
}

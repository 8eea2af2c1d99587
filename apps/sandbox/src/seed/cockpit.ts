import { calendarDay, dayMs } from '../tenant/calendar.ts'
import { field, type Row } from '../tenant/field.ts'
import { createTable, type Table } from '../tenant/table.ts'
import { ctaNames, planNames } from './goal-words.ts'
import { createGsid, createPrefix } from './gsid.ts'
import { itemNamed, type Picklists } from './picklists.ts'
import type { Random } from './random.ts'

/** Up to two success plans for each company. */
export function createPlans(
  random: Random,
  companies: Table,
  users: Table,
  picklists: Picklists,
  anchor: number,
): Table {
  const keyPrefix = createPrefix(random, '1S02')
  const statuses = picklists.planStatus.items
  const rows = companies.rows.flatMap((company): Row[] =>
    Array.from(
      {
        length: random.weighted([
          [0, 3],
          [1, 4],
          [2, 2],
        ]),
      },
      () => {
        const status = random.weighted(statuses.map((item) => [item, item.name === 'Active' ? 5 : 1] as const))
        const isClosed = status.name.startsWith('Closed')
        const created = anchor - random.int(30, 700) * dayMs
        return {
          Gsid: createGsid(random, keyPrefix),
          Name: `${random.pick(planNames)} ${calendarDay(created).slice(0, 4)}`,
          CompanyId: company.Gsid,
          OwnerId: company['Csm'] ?? random.pick(users.rows).Gsid,
          TypeId: random.pick(picklists.planType.items).gsid,
          StatusId: status.gsid,
          IsClosed: isClosed,
          EntityType: 'COMPANY',
          DueDate: calendarDay(anchor, isClosed ? -random.int(1, 300) : random.int(-20, 300)),
          ActionPlan: null,
          CreatedDate: created,
          ModifiedDate: anchor - random.int(0, 30) * dayMs,
        }
      },
    ),
  )
  const fields = [
    field('Gsid', 'GSID', 'GSID', { editable: false }),
    field('Name', 'Name', 'STRING', { required: true }),
    field('CompanyId', 'Company', 'LOOKUP', { lookup: 'company' }),
    field('OwnerId', 'Owner', 'LOOKUP', { lookup: 'gsuser' }),
    field('TypeId', 'Type', 'PICKLIST', { picklist: picklists.planType }),
    field('StatusId', 'Status', 'PICKLIST', { picklist: picklists.planStatus }),
    field('IsClosed', 'Is Closed', 'BOOLEAN', { editable: false }),
    field('EntityType', 'Entity Type', 'STRING', { editable: false }),
    field('DueDate', 'Due Date', 'DATE'),
    field('ActionPlan', 'Action Plan', 'RICHTEXTAREA'),
    field('CreatedDate', 'Created Date', 'DATETIME', { editable: false }),
    field('ModifiedDate', 'Modified Date', 'DATETIME', { editable: false }),
  ]
  return createTable({ name: 'cta_group', label: 'CTA Group', labelPlural: 'CTA Groups', keyPrefix, fields, rows })
}

interface CtaParts {
  random: Random
  picklists: Picklists
  anchor: number
  keyPrefix: string
}

function createCta(
  { random, picklists, anchor, keyPrefix }: CtaParts,
  type: keyof typeof ctaNames,
  company: Row,
  plan: Row | null,
): Row {
  const isClosed = plan?.['IsClosed'] === true || random.chance(0.3)
  const status = isClosed
    ? random.weighted([
        ['Closed Success', 5],
        ['Closed No Action', 2],
        ['Closed Lost', 1],
      ])
    : random.pick(['New', 'Work In Progress'])
  const created = anchor - random.int(5, 500) * dayMs
  return {
    Gsid: createGsid(random, keyPrefix),
    Name: random.pick(ctaNames[type]),
    CompanyId: company.Gsid,
    CtaGroupId: plan?.Gsid ?? null,
    TypeId: itemNamed(picklists.ctaType, type),
    StatusId: itemNamed(picklists.ctaStatus, status),
    PriorityId: random.weighted(
      picklists.ctaPriority.items.map((item, rank) => [item.gsid, [2, 5, 3][rank] ?? 1] as const),
    ),
    ReasonId: random.pick(picklists.ctaReason.items).gsid,
    OwnerId: company['Csm'] ?? null,
    IsClosed: isClosed,
    IsImportant: random.chance(0.15),
    EntityType: 'COMPANY',
    DueDate: calendarDay(anchor, isClosed ? -random.int(1, 300) : random.int(-25, 120)),
    ClosedDate: isClosed ? anchor - random.int(1, 250) * dayMs : null,
    Comments: null,
    CreatedDate: created,
    ModifiedDate: anchor - random.int(0, 30) * dayMs,
  }
}

/** Two to six CTAs for each company, and the objectives of each plan, which live only there (reference 4). */
export function createCtas(
  random: Random,
  companies: Table,
  plans: Table,
  picklists: Picklists,
  anchor: number,
): Table {
  const keyPrefix = createPrefix(random, '1S01')
  const parts: CtaParts = { random, picklists, anchor, keyPrefix }
  const rows = companies.rows.flatMap((company) =>
    Array.from({ length: random.int(2, 6) }, () =>
      createCta(
        parts,
        random.weighted([
          ['Risk', 3],
          ['Expansion', 2],
          ['Lifecycle', 3],
          ['Activity', 3],
        ]),
        company,
        null,
      ),
    ),
  )
  for (const plan of plans.rows) {
    const company = companies.byGsid.get(String(plan['CompanyId']))
    if (!company) continue
    for (let left = random.int(1, 4); left > 0; left--) rows.push(createCta(parts, 'Objective', company, plan))
  }
  const fields = [
    field('Gsid', 'GSID', 'GSID', { editable: false }),
    field('Name', 'Name', 'STRING', { required: true }),
    field('CompanyId', 'Company', 'LOOKUP', { lookup: 'company' }),
    field('CtaGroupId', 'CTA Group', 'LOOKUP', { lookup: 'cta_group' }),
    field('TypeId', 'Type', 'PICKLIST', { picklist: picklists.ctaType }),
    field('StatusId', 'Status', 'PICKLIST', { picklist: picklists.ctaStatus }),
    field('PriorityId', 'Priority', 'PICKLIST', { picklist: picklists.ctaPriority }),
    field('ReasonId', 'Reason', 'PICKLIST', { picklist: picklists.ctaReason }),
    field('OwnerId', 'Owner', 'LOOKUP', { lookup: 'gsuser' }),
    field('IsClosed', 'Is Closed', 'BOOLEAN', { editable: false }),
    field('IsImportant', 'Flagged', 'BOOLEAN'),
    field('EntityType', 'Entity Type', 'STRING', { editable: false }),
    field('DueDate', 'Due Date', 'DATE'),
    field('ClosedDate', 'Closed Date', 'DATETIME', { editable: false }),
    field('Comments', 'Comments', 'RICHTEXTAREA'),
    field('CreatedDate', 'Created Date', 'DATETIME', { editable: false }),
    field('ModifiedDate', 'Modified Date', 'DATETIME', { editable: false }),
  ]
  return createTable({
    name: 'call_to_action',
    label: 'Call To Action',
    labelPlural: 'Calls To Action',
    keyPrefix,
    fields,
    rows,
  })
}

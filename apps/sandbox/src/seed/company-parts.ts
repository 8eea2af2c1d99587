import { calendarDay, dayMs } from '../tenant/calendar.ts'
import { field, type Row } from '../tenant/field.ts'
import { createTable, type Table } from '../tenant/table.ts'
import { opportunityNames, relationshipNames } from './goal-words.ts'
import { createGsid, createPrefix } from './gsid.ts'
import type { Picklists } from './picklists.ts'
import type { Random } from './random.ts'

const typeNames = ['Region', 'Product line', 'Project'] as const

export function createRelationshipTypes(random: Random): Table {
  const keyPrefix = createPrefix(random, '1P06')
  const rows = typeNames.map((Name): Row => ({ Gsid: createGsid(random, keyPrefix), Name }))
  const fields = [
    field('Gsid', 'GSID', 'GSID', { editable: false }),
    field('Name', 'Name', 'STRING', { required: true }),
  ]
  return createTable({
    name: 'relationship_type',
    label: 'Relationship Type',
    labelPlural: 'Relationship Types',
    keyPrefix,
    fields,
    rows,
  })
}

/** One to three relationships for a third of the companies; their names repeat from company to company. */
export function createRelationships(random: Random, companies: Table, types: Table, anchor: number): Table {
  const keyPrefix = createPrefix(random, '1P05')
  const rows = companies.rows.flatMap((company): Row[] =>
    Array.from({ length: random.chance(0.33) ? random.int(1, 3) : 0 }, (_, index) => ({
      Gsid: createGsid(random, keyPrefix),
      Name: relationshipNames[(index * 2 + random.int(0, 1)) % relationshipNames.length] ?? relationshipNames[0],
      CompanyId: company.Gsid,
      TypeId: random.pick(types.rows).Gsid,
      Csm: company['Csm'] ?? null,
      Arr: random.int(10, 400) * 1000,
      RenewalDate: company['RenewalDate'] ?? null,
      CreatedDate: Number(company['CreatedDate']) + random.int(1, 100) * dayMs,
      ModifiedDate: anchor - random.int(0, 100) * dayMs,
    })),
  )
  const fields = [
    field('Gsid', 'GSID', 'GSID', { editable: false }),
    field('Name', 'Name', 'STRING', { required: true }),
    field('CompanyId', 'Company', 'LOOKUP', { lookup: 'company' }),
    field('TypeId', 'Type', 'LOOKUP', { lookup: 'relationship_type' }),
    field('Csm', 'CSM', 'LOOKUP', { lookup: 'gsuser' }),
    field('Arr', 'ARR', 'CURRENCY'),
    field('RenewalDate', 'Renewal Date', 'DATE'),
    field('CreatedDate', 'Created Date', 'DATETIME', { editable: false }),
    field('ModifiedDate', 'Modified Date', 'DATETIME', { editable: false }),
  ]
  return createTable({
    name: 'relationship',
    label: 'Relationship',
    labelPlural: 'Relationships',
    keyPrefix,
    fields,
    rows,
  })
}

/** One or two opportunities for a third of the companies. The object's API name is nowhere documented (reference 5.3). */
export function createOpportunities(random: Random, companies: Table, picklists: Picklists, anchor: number): Table {
  const keyPrefix = createPrefix(random, '1OP0')
  const rows = companies.rows.flatMap((company): Row[] =>
    Array.from({ length: random.chance(0.33) ? random.int(1, 2) : 0 }, () => ({
      Gsid: createGsid(random, keyPrefix),
      Name: random.pick(opportunityNames),
      CompanyId: company.Gsid,
      Stage: random.pick(picklists.opportunityStage.items).gsid,
      Amount: random.int(5, 300) * 1000,
      CloseDate: calendarDay(anchor, random.int(-60, 300)),
      CreatedDate: anchor - random.int(10, 400) * dayMs,
      ModifiedDate: anchor - random.int(0, 10) * dayMs,
    })),
  )
  const fields = [
    field('Gsid', 'GSID', 'GSID', { editable: false }),
    field('Name', 'Name', 'STRING', { required: true }),
    field('CompanyId', 'Company', 'LOOKUP', { lookup: 'company' }),
    field('Stage', 'Stage', 'PICKLIST', { picklist: picklists.opportunityStage }),
    field('Amount', 'Amount', 'CURRENCY'),
    field('CloseDate', 'Close Date', 'DATE'),
    field('CreatedDate', 'Created Date', 'DATETIME', { editable: false }),
    field('ModifiedDate', 'Modified Date', 'DATETIME', { editable: false }),
  ]
  return createTable({
    name: 'gs_opportunity',
    label: 'GS Opportunity',
    labelPlural: 'GS Opportunities',
    keyPrefix,
    fields,
    rows,
  })
}

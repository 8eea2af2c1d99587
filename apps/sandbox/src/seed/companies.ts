import { calendarDay, dayMs } from '../tenant/calendar.ts'
import { field, type Row } from '../tenant/field.ts'
import { createTable, type Table } from '../tenant/table.ts'
import { awkwardNames, firstWords, industries, legalForms, secondWords } from './company-words.ts'
import { createGsid, createPrefix } from './gsid.ts'
import type { Picklists } from './picklists.ts'
import type { Random } from './random.ts'

/** The awkward names come early, and one name in 25 occurs again: two customers, or one customer entered twice. */
function companyName(random: Random, index: number, earlier: readonly Row[]): string {
  const awkward = awkwardNames[index - 3]
  if (awkward !== undefined) return awkward
  if (index > 20 && random.chance(0.04)) return random.pick(earlier).Name
  return `${random.pick(firstWords)} ${random.pick(secondWords)}${random.pick(legalForms)}`
}

export function createCompanies(
  random: Random,
  count: number,
  anchor: number,
  users: Table,
  picklists: Picklists,
): Table {
  const keyPrefix = createPrefix(random, '1P02')
  const csms = users.rows.slice(1)
  const stages = picklists.stage.items
  const rows: Row[] = []
  for (let index = 0; index < count; index++) {
    const segment = random.weighted(
      picklists.segment.items.map((item, rank) => [item, [2, 3, 4, 2][rank] ?? 1] as const),
    )
    const scale = { Enterprise: 900, 'Mid-Market': 160, SMB: 24, Digital: 6 }[segment.name] ?? 10
    const created = anchor - random.int(120, 2400) * dayMs
    rows.push({
      Gsid: createGsid(random, keyPrefix),
      Name: companyName(random, index, rows),
      Industry: random.pick(industries),
      Arr: random.chance(0.04) ? null : Math.round(scale * (0.4 + random.next() * 1.4)) * 1000,
      Employees: random.chance(0.1) ? null : Math.round(scale * (2 + random.next() * 20)),
      RenewalDate: random.chance(0.06) ? null : calendarDay(anchor, random.int(-30, 540)),
      OriginalContractDate: calendarDay(created),
      Stage: random.pick(stages).gsid,
      Status: picklists.companyStatus.items[random.chance(0.05) ? 1 : 0]?.gsid ?? null,
      Csm: random.chance(0.05) ? null : random.pick(csms).Gsid,
      CurrencyIsoCode: random.weighted([
        ['USD', 6],
        ['EUR', 3],
        ['GBP', 1],
      ]),
      Segment__gc: segment.gsid,
      CreatedDate: created,
      ModifiedDate: anchor - random.int(0, 100) * dayMs - random.int(0, dayMs),
    })
  }
  const fields = [
    field('Gsid', 'GSID', 'GSID', { editable: false }),
    field('Name', 'Name', 'STRING', { required: true }),
    field('Industry', 'Industry', 'STRING'),
    field('Arr', 'ARR', 'CURRENCY'),
    field('Employees', 'Employees', 'NUMBER'),
    field('RenewalDate', 'Renewal Date', 'DATE'),
    field('OriginalContractDate', 'Original Contract Date', 'DATE'),
    field('Stage', 'Stage', 'PICKLIST', { picklist: picklists.stage }),
    field('Status', 'Status', 'PICKLIST', { picklist: picklists.companyStatus }),
    field('Csm', 'CSM', 'LOOKUP', { lookup: 'gsuser' }),
    field('CurrencyIsoCode', 'Currency', 'STRING'),
    field('Segment__gc', 'Segment', 'PICKLIST', { picklist: picklists.segment }),
    field('CreatedDate', 'Created Date', 'DATETIME', { editable: false }),
    field('ModifiedDate', 'Modified Date', 'DATETIME', { editable: false }),
  ]
  return createTable({ name: 'company', label: 'Company', labelPlural: 'Companies', keyPrefix, fields, rows })
}

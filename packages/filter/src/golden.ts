import { goldenGoals } from './golden-goals.ts'
import type { Condition, FilterTree, FilterValue, Operator } from './tree.ts'

/**
 * Filters with the Gsids of the golden goals that pass them, as docs/filter.md has it: found by reading, not by running.
 * The evaluator, the SQL of the goal index and the sandbox's `where` all have to agree.
 */
export type GoldenCase = { name: string; tree: FilterTree; expect: string[] }

const all = goldenGoals.map(({ gsid }) => gsid)
const allBut = (...gsids: string[]) => all.filter((gsid) => !gsids.includes(gsid))
const none: string[] = []

function on(field: string, op: Operator, ...value: FilterValue[]): Condition {
  return value.length > 0 ? { field, op, value } : { field, op }
}

const text: GoldenCase[] = [
  { name: 'EQ in another case', tree: on('Name', 'EQ', 'ONBOARD PARTNERS'), expect: ['G2'] },
  { name: 'EQ is about the whole text', tree: on('Name', 'EQ', 'onboard'), expect: none },
  { name: 'EQ with several', tree: on('Name', 'EQ', 'zero downtime', 'Train the trainers'), expect: ['G9', 'G10'] },
  { name: 'IN', tree: on('Name', 'IN', 'Zero Downtime', 'nothing'), expect: ['G10'] },
  { name: 'NE', tree: on('Outcome_Metric__gc', 'NE', 'tickets per week'), expect: allBut('G1', 'G10') },
  {
    name: 'NE with several',
    tree: on('Outcome_Metric__gc', 'NE', 'x', 'Tickets per week'),
    expect: allBut('G1', 'G10'),
  },
  { name: 'CONTAINS in another case', tree: on('Name', 'CONTAINS', 'ONBOARD'), expect: ['G1', 'G2'] },
  { name: 'CONTAINS without the accent', tree: on('Name', 'CONTAINS', 'elan'), expect: none },
  { name: 'CONTAINS with the accent in another case', tree: on('Name', 'CONTAINS', 'éLAN'), expect: ['G3'] },
  {
    name: 'EQ of an accented text in another case',
    tree: on('CompanyName', 'EQ', 'ÖSTERBERG & SÖNER', 'x'),
    expect: allBut('G1', 'G2', 'G6', 'G7'),
  },
  { name: 'ß and ss differ', tree: on('Name', 'CONTAINS', 'und strasse'), expect: none },
  { name: 'CONTAINS with several', tree: on('Name', 'CONTAINS', 'zoë', 'trainer'), expect: ['G8', 'G9'] },
  { name: 'a percent sign is no wildcard', tree: on('Name', 'CONTAINS', '0%'), expect: ['G4'] },
  { name: 'an underscore is no wildcard', tree: on('Name', 'CONTAINS', 'e_c'), expect: ['G5'] },
  { name: 'a backslash is a backslash', tree: on('Name', 'CONTAINS', '\\ roll'), expect: ['G8'] },
  { name: 'a quote is a quote', tree: on('Name', 'CONTAINS', "o'b"), expect: ['G8'] },
  { name: 'a name is no HTML', tree: on('Name', 'CONTAINS', '<b>bold'), expect: ['G6'] },
  { name: 'DOES_NOT_CONTAINS', tree: on('Name', 'DOES_NOT_CONTAINS', 'o'), expect: ['G4', 'G5', 'G7', 'G9'] },
  {
    name: 'DOES_NOT_CONTAINS with several',
    tree: on('Name', 'DOES_NOT_CONTAINS', 'O', 'train'),
    expect: ['G4', 'G5', 'G7'],
  },
  {
    name: 'DOES_NOT_CONTAINS on empty',
    tree: on('Outcome_Metric__gc', 'DOES_NOT_CONTAINS', 'week'),
    expect: allBut('G1', 'G10'),
  },
  { name: 'STARTS_WITH', tree: on('Name', 'STARTS_WITH', 'ON'), expect: ['G1', 'G2'] },
  { name: 'ENDS_WITH', tree: on('Name', 'ENDS_WITH', 'E'), expect: ['G3', 'G5', 'G6', 'G7', 'G10'] },
  { name: 'BTW, accents beside their letter', tree: on('Name', 'BTW', 'e', 'f'), expect: ['G3'] },
  { name: 'BTW in any case', tree: on('Name', 'BTW', 'N', 's'), expect: ['G1', 'G2', 'G5'] },
  { name: 'GT', tree: on('Name', 'GT', 'ZERO DOWNTIME'), expect: ['G8'] },
  { name: 'GTE', tree: on('Name', 'GTE', 'zero downtime'), expect: ['G8', 'G10'] },
  { name: 'LT', tree: on('Name', 'LT', 'Cut'), expect: ['G6'] },
  { name: 'IS_NULL, the empty text too', tree: on('Outcome_Metric__gc', 'IS_NULL'), expect: allBut('G1', 'G10') },
  { name: 'IS_NOT_NULL', tree: on('Outcome_Metric__gc', 'IS_NOT_NULL'), expect: ['G1', 'G10'] },
]

const html: GoldenCase[] = [
  { name: 'CONTAINS across inline tags', tree: on('Description', 'CONTAINS', 'KICKOFF'), expect: ['G1', 'G4'] },
  {
    name: 'CONTAINS across blocks and entities',
    tree: on('Description', 'CONTAINS', 'off & signed second'),
    expect: ['G1'],
  },
  { name: 'tags are not words', tree: on('Description', 'CONTAINS', '<b>', 'amp'), expect: none },
  { name: 'STARTS_WITH', tree: on('Description', 'STARTS_WITH', 'kickoff'), expect: ['G4'] },
  { name: 'ENDS_WITH', tree: on('Description', 'ENDS_WITH', 'line'), expect: ['G1'] },
  { name: 'EQ', tree: on('Description', 'EQ', 'kickoff was late'), expect: ['G4'] },
  { name: 'NE', tree: on('Description', 'NE', 'kickoff was late'), expect: allBut('G4') },
  { name: 'IS_NULL, tags without words too', tree: on('Description', 'IS_NULL'), expect: allBut('G1', 'G4') },
  { name: 'a custom field', tree: on('Success_Criteria__gc', 'CONTAINS', 'tickets happier'), expect: ['G1'] },
]

const picklist: GoldenCase[] = [
  { name: 'EQ in another case', tree: on('StatusName', 'EQ', 'new'), expect: ['G1', 'G7', 'G10'] },
  { name: 'IN', tree: on('StatusName', 'IN', 'On Track', 'At risk'), expect: ['G2', 'G3', 'G8', 'G9'] },
  { name: 'NE', tree: on('Value_Driver__gc', 'NE', 'cost', 'Growth'), expect: allBut('G1', 'G2', 'G4') },
  { name: 'CONTAINS', tree: on('StatusName', 'CONTAINS', 'on '), expect: ['G2', 'G6', 'G9'] },
  { name: 'STARTS_WITH', tree: on('StatusName', 'STARTS_WITH', 'A'), expect: ['G3', 'G4', 'G8'] },
  { name: 'INCLUDES', tree: on('Value_Driver__gc', 'INCLUDES', 'Cost', 'Risk'), expect: ['G1', 'G4'] },
  { name: 'EXCLUDES', tree: on('Value_Driver__gc', 'EXCLUDES', 'Cost'), expect: allBut('G1', 'G4') },
  { name: 'IS_NULL', tree: on('Value_Driver__gc', 'IS_NULL'), expect: allBut('G1', 'G2', 'G4') },
  {
    name: 'of the company',
    tree: on('CompanyId__gr.Segment__gc', 'EQ', 'enterprise'),
    expect: ['G1', 'G2', 'G6', 'G7'],
  },
]

const multipicklist: GoldenCase[] = [
  { name: 'INCLUDES in another case', tree: on('Products__gc', 'INCLUDES', 'core'), expect: ['G1', 'G2'] },
  {
    name: 'INCLUDES with several',
    tree: on('Products__gc', 'INCLUDES', 'Core', 'Reporting'),
    expect: ['G1', 'G2', 'G3'],
  },
  { name: 'INCLUDES whole labels', tree: on('Products__gc', 'INCLUDES', 'Cor'), expect: none },
  { name: 'EXCLUDES', tree: on('Products__gc', 'EXCLUDES', 'Mobile', 'Reporting'), expect: allBut('G1', 'G3') },
  { name: 'IS_NULL, the empty list too', tree: on('Products__gc', 'IS_NULL'), expect: allBut('G1', 'G2', 'G3') },
  {
    name: 'both at once',
    tree: { and: [on('Products__gc', 'INCLUDES', 'Core'), on('Products__gc', 'INCLUDES', 'Mobile')] },
    expect: ['G1'],
  },
]

const number: GoldenCase[] = [
  { name: 'EQ', tree: on('Target_Value__gc', 'EQ', 0), expect: ['G2'] },
  { name: 'EQ as text', tree: on('Target_Value__gc', 'EQ', '99.50'), expect: ['G3'] },
  { name: 'NE', tree: on('Target_Value__gc', 'NE', 0), expect: allBut('G2') },
  { name: 'IN', tree: on('Target_Value__gc', 'IN', 100, -5), expect: ['G1', 'G4'] },
  { name: 'GT', tree: on('Target_Value__gc', 'GT', 0), expect: ['G1', 'G3'] },
  { name: 'GTE by value and not by digits', tree: on('Target_Value__gc', 'GTE', 99.5), expect: ['G1', 'G3'] },
  { name: 'LT', tree: on('Target_Value__gc', 'LT', 0), expect: ['G4'] },
  { name: 'LTE', tree: on('Target_Value__gc', 'LTE', 0), expect: ['G2', 'G4'] },
  { name: 'BTW, both ends', tree: on('Target_Value__gc', 'BTW', 0, 99.5), expect: ['G2', 'G3'] },
  { name: 'not GT, the empty too', tree: { not: on('Target_Value__gc', 'GT', 0) }, expect: allBut('G1', 'G3') },
  { name: 'not BTW, the empty too', tree: { not: on('Target_Value__gc', 'BTW', 0, 99.5) }, expect: allBut('G2', 'G3') },
  { name: 'IS_NULL, zero is not', tree: on('Target_Value__gc', 'IS_NULL'), expect: allBut('G1', 'G2', 'G3', 'G4') },
  { name: 'of the company', tree: on('CompanyId__gr.Arr', 'GT', 120_000), expect: ['G1', 'G2', 'G6', 'G7'] },
]

const boolean: GoldenCase[] = [
  { name: 'EQ true', tree: on('Executive_Commitment__gc', 'EQ', true), expect: ['G1'] },
  { name: 'EQ false, the empty not', tree: on('Executive_Commitment__gc', 'EQ', false), expect: ['G2'] },
  { name: 'NE true, the empty too', tree: on('Executive_Commitment__gc', 'NE', true), expect: allBut('G1') },
  { name: 'IS_NULL', tree: on('Executive_Commitment__gc', 'IS_NULL'), expect: allBut('G1', 'G2') },
]

const date: GoldenCase[] = [
  { name: 'EQ TODAY', tree: on('DueDate', 'EQ', 'TODAY'), expect: ['G2'] },
  { name: 'EQ on the leap day', tree: on('Kickoff_Date__gc', 'EQ', 'TODAY+1'), expect: ['G1'] },
  { name: 'EQ with several', tree: on('DueDate', 'EQ', '2028-02-01', '2028-03-30'), expect: ['G4', 'G10'] },
  { name: 'NE', tree: on('DueDate', 'NE', '2028-02-28'), expect: allBut('G2') },
  { name: 'LT', tree: on('DueDate', 'LT', 'TODAY'), expect: ['G3', 'G4', 'G6'] },
  { name: 'LTE', tree: on('DueDate', 'LTE', 'TODAY'), expect: ['G2', 'G3', 'G4', 'G6'] },
  { name: 'GT over the leap day', tree: on('DueDate', 'GT', 'TODAY+30'), expect: ['G10'] },
  { name: 'GTE', tree: on('DueDate', 'GTE', 'TODAY+30'), expect: ['G9', 'G10'] },
  { name: 'BTW, both ends', tree: on('DueDate', 'BTW', 'TODAY', 'TODAY+7'), expect: ['G2', 'G8'] },
  {
    name: 'BTW the edges of the month',
    tree: on('DueDate', 'BTW', 'START_OF_MONTH', 'END_OF_MONTH'),
    expect: ['G2', 'G3', 'G4', 'G6'],
  },
  {
    name: 'BTW the edges of the quarter',
    tree: on('DueDate', 'BTW', 'START_OF_QUARTER', 'END_OF_QUARTER'),
    expect: allBut('G5', 'G7'),
  },
  { name: 'BTW with the ends swapped', tree: on('DueDate', 'BTW', 'END_OF_MONTH', 'START_OF_MONTH'), expect: none },
  { name: 'LT the start of the year', tree: on('Kickoff_Date__gc', 'LT', 'START_OF_YEAR'), expect: ['G3'] },
  { name: 'not LT, the empty too', tree: { not: on('DueDate', 'LT', 'TODAY') }, expect: allBut('G3', 'G4', 'G6') },
  { name: 'IS_NULL', tree: on('DueDate', 'IS_NULL'), expect: ['G5', 'G7'] },
  {
    name: 'of the company',
    tree: on('CompanyId__gr.RenewalDate', 'GT', 'TODAY+300'),
    expect: ['G1', 'G2', 'G6', 'G7'],
  },
]

const datetime: GoldenCase[] = [
  {
    name: 'EQ a day, from its first to its last moment',
    tree: on('Last_Reviewed__gc', 'EQ', '2028-02-28'),
    expect: ['G2', 'G3'],
  },
  { name: 'NE a day', tree: on('Last_Reviewed__gc', 'NE', 'TODAY'), expect: allBut('G2', 'G3') },
  { name: 'GT a day is from the next day on', tree: on('Last_Reviewed__gc', 'GT', 'TODAY'), expect: ['G6'] },
  { name: 'GTE a day', tree: on('Last_Reviewed__gc', 'GTE', 'TODAY'), expect: ['G2', 'G3', 'G6'] },
  { name: 'LT a day', tree: on('Last_Reviewed__gc', 'LT', 'TODAY'), expect: ['G1'] },
  { name: 'LTE a day is to its end', tree: on('Last_Reviewed__gc', 'LTE', 'TODAY'), expect: ['G1', 'G2', 'G3'] },
  {
    name: 'BTW days, both whole',
    tree: on('Last_Reviewed__gc', 'BTW', 'TODAY-1', 'TODAY'),
    expect: ['G1', 'G2', 'G3'],
  },
  { name: 'GTE an instant', tree: on('Last_Reviewed__gc', 'GTE', '2028-02-28T23:59:59.999Z'), expect: ['G3', 'G6'] },
  {
    name: 'LT an instant in another zone',
    tree: on('Last_Reviewed__gc', 'LT', '2028-02-28T02:00:00+02:00'),
    expect: ['G1'],
  },
  {
    name: 'EQ an instant in epoch milliseconds',
    tree: on('Last_Reviewed__gc', 'EQ', Date.UTC(2028, 1, 28)),
    expect: ['G2'],
  },
  { name: 'EQ with several', tree: on('Last_Reviewed__gc', 'EQ', 'TODAY-1', 'TODAY+1'), expect: ['G1', 'G6'] },
  { name: 'IS_NOT_NULL', tree: on('Last_Reviewed__gc', 'IS_NOT_NULL'), expect: ['G1', 'G2', 'G3', 'G6'] },
  { name: 'in the evening of a month', tree: on('CreatedDate', 'LTE', '2028-01-31'), expect: ['G1'] },
  { name: 'in the first moment of a month', tree: on('CreatedDate', 'GTE', '2028-02-01'), expect: ['G2'] },
]

const ids: GoldenCase[] = [
  { name: 'an id EQ', tree: on('CompanyId', 'EQ', 'HARBORLINE'), expect: ['G1', 'G2', 'G6', 'G7'] },
  { name: 'an id in another case is another id', tree: on('CompanyId', 'EQ', 'harborline'), expect: none },
  { name: 'an id NE', tree: on('CompanyId', 'NE', 'HARBORLINE'), expect: allBut('G1', 'G2', 'G6', 'G7') },
  { name: 'ids IN', tree: on('CompanyId', 'IN', 'HARBORLINE', 'OSTERBERG'), expect: all },
  { name: 'links INCLUDES', tree: on('CTA', 'INCLUDES', 'CTA2'), expect: ['G1', 'G2'] },
  { name: 'links EXCLUDES', tree: on('CTA', 'EXCLUDES', 'CTA1'), expect: allBut('G1') },
  { name: 'links INCLUDES with several', tree: on('SP', 'INCLUDES', 'SP2', 'SP9'), expect: ['G5'] },
  { name: 'without links', tree: on('CTA', 'IS_NULL'), expect: allBut('G1', 'G2') },
  { name: 'with links', tree: on('SP', 'IS_NOT_NULL'), expect: ['G1', 'G5'] },
  { name: 'a number of links', tree: on('CTACount', 'GTE', 2), expect: ['G1'] },
  { name: 'no links is the number 0', tree: on('SPCount', 'EQ', 0), expect: allBut('G1', 'G5') },
]

const derived: GoldenCase[] = [
  { name: 'open', tree: on('Open', 'EQ', true), expect: allBut('G4', 'G5', 'G6') },
  { name: 'closed', tree: on('Open', 'EQ', false), expect: ['G4', 'G5'] },
  { name: 'neither, for nobody said what the status means', tree: on('Open', 'IS_NULL'), expect: ['G6'] },
  { name: 'not open', tree: on('Open', 'NE', true), expect: ['G4', 'G5', 'G6'] },
  { name: 'overdue only while open', tree: on('Overdue', 'EQ', true), expect: ['G3'] },
  { name: 'not overdue', tree: on('Overdue', 'EQ', false), expect: allBut('G3') },
  { name: 'overdue is never empty', tree: on('Overdue', 'IS_NULL'), expect: none },
  { name: 'due this week', tree: on('DueBucket', 'EQ', 'week'), expect: ['G2', 'G8'] },
  { name: 'due this month', tree: on('DueBucket', 'EQ', 'month'), expect: ['G1', 'G9'] },
  { name: 'due later or not at all', tree: on('DueBucket', 'IN', 'later', 'none'), expect: ['G7', 'G10'] },
  { name: 'in no bucket', tree: on('DueBucket', 'IS_NULL'), expect: ['G6'] },
  { name: 'all but the closed', tree: on('DueBucket', 'NE', 'closed'), expect: allBut('G4', 'G5') },
  { name: 'created not long ago', tree: on('CreatedAge', 'EQ', 'month'), expect: ['G1', 'G2'] },
  { name: 'created within a week or long ago', tree: on('CreatedAge', 'IN', 'week', 'older'), expect: none },
  { name: 'nobody knows when created', tree: on('CreatedAge', 'IS_NULL'), expect: allBut('G1', 'G2') },
  { name: 'by meaning', tree: on('StatusMeaning', 'EQ', 'at risk'), expect: ['G3', 'G8'] },
]

const links: GoldenCase[] = [
  { name: 'one linked record is enough', tree: on('CTA.Status', 'INCLUDES', 'new'), expect: ['G1', 'G2'] },
  { name: 'a denial means none of them', tree: on('CTA.Status', 'EXCLUDES', 'Closed Success'), expect: allBut('G1') },
  { name: 'one of several values', tree: on('CTA.Type', 'INCLUDES', 'risk', 'ÉLAN'), expect: ['G1', 'G2'] },
  { name: 'an owner by name', tree: on('CTA.Owner', 'INCLUDES', 'MIRA ö'), expect: ['G1'] },
  { name: 'an owner by id', tree: on('CTA.OwnerId', 'EQ', 'USER2'), expect: ['G1', 'G2'] },
  { name: 'no owner by id', tree: on('CTA.OwnerId', 'NE', 'USER1'), expect: allBut('G1') },
  { name: 'the plan of a CTA', tree: on('CTA.Plan', 'IN', 'SP1', 'SP9'), expect: ['G1'] },
  { name: 'no plan of a CTA', tree: on('CTA.Plan', 'IS_NULL'), expect: allBut('G1') },
  { name: 'some are closed', tree: on('CTA.Closed', 'EQ', 'some'), expect: ['G1'] },
  { name: 'none is closed, and there are some', tree: on('CTA.Closed', 'EQ', 'none'), expect: ['G2'] },
  { name: 'any is open', tree: on('CTA.Closed', 'IN', 'Some', 'none'), expect: ['G1', 'G2'] },
  { name: 'not all are closed', tree: on('CTA.Closed', 'NE', 'all'), expect: all },
  { name: 'a part of the word', tree: on('CTA.Closed', 'STARTS_WITH', 'no'), expect: ['G2'] },
  {
    name: 'what is known counts beside what is not',
    tree: on('SP.Status', 'INCLUDES', 'active'),
    expect: ['G1', 'G5'],
  },
  { name: 'all plans are open where all are known', tree: on('SP.Closed', 'EQ', 'none'), expect: ['G1'] },
  { name: 'nothing is known of a record', tree: on('SP.Unresolved', 'IS_NOT_NULL'), expect: ['G5'] },
  { name: 'nothing is known of this one', tree: on('SP.Unresolved', 'EQ', 'SP2'), expect: ['G5'] },
  { name: 'everything is known', tree: on('CTA.Unresolved', 'IS_NULL'), expect: all },
  { name: 'no status without links', tree: on('SP.Status', 'IS_NULL'), expect: allBut('G1', 'G5') },
  { name: 'a status', tree: on('SP.Status', 'IS_NOT_NULL'), expect: ['G1', 'G5'] },
]

const isNew = on('StatusName', 'EQ', 'New')
const isLate = on('DueDate', 'LT', 'TODAY')

const groups: GoldenCase[] = [
  { name: 'and of nothing is everything', tree: { and: [] }, expect: all },
  { name: 'or of nothing is nothing', tree: { or: [] }, expect: none },
  { name: 'not of everything is nothing', tree: { not: { and: [] } }, expect: none },
  { name: 'and', tree: { and: [isNew, on('DueDate', 'IS_NOT_NULL')] }, expect: ['G1', 'G10'] },
  { name: 'or on two fields', tree: { or: [isNew, isLate] }, expect: ['G1', 'G3', 'G4', 'G6', 'G7', 'G10'] },
  {
    name: 'or on one field',
    tree: { or: [isNew, on('StatusName', 'EQ', 'dropped')] },
    expect: ['G1', 'G5', 'G7', 'G10'],
  },
  { name: 'none of', tree: { not: { or: [isNew, isLate] } }, expect: ['G2', 'G5', 'G8', 'G9'] },
  { name: 'not all of', tree: { not: { and: [isNew, on('DueDate', 'IS_NULL')] } }, expect: allBut('G7') },
  { name: 'not twice', tree: { not: { not: isNew } }, expect: ['G1', 'G7', 'G10'] },
  {
    name: 'or within and within or',
    tree: {
      or: [
        { and: [isNew, { or: [on('DueDate', 'IS_NULL'), on('DueDate', 'GT', 'TODAY+30')] }] },
        on('Overdue', 'EQ', true),
      ],
    },
    expect: ['G3', 'G7', 'G10'],
  },
]

const chapters = { text, html, picklist, multipicklist, number, boolean, date, datetime, ids, links, derived, groups }

export const goldenCases: GoldenCase[] = Object.entries(chapters).flatMap(([chapter, cases]) =>
  cases.map((each) => ({ ...each, name: `${chapter}: ${each.name}` })),
)

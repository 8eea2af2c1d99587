import type { FilterableGoal } from './evaluate.ts'
import type { FilterField } from './field.ts'
import { linkedFields, linkedValues, type LinkedProperties } from './linked-fields.ts'

/**
 * The goals that the golden cases are about. Each has something that a careless comparison would trip over.
 */
export type GoldenGoal = FilterableGoal & { gsid: string }

/** The viewer's date in every case: the day before a leap day. */
export const goldenToday = '2028-02-28'

const field = (name: string, type: FilterField['type'], label = name): FilterField => ({ name, label, type })

/** Custom fields bear the names that the sandbox's goal object has. */
export const goldenFields: FilterField[] = [
  field('Gsid', 'gsid'),
  field('Name', 'text'),
  field('StatusName', 'picklist', 'Status'),
  field('StatusMeaning', 'picklist', 'Meaning'),
  field('DueDate', 'date', 'Due date'),
  field('Description', 'html'),
  field('CompanyId', 'gsid', 'Company id'),
  field('CompanyName', 'text', 'Company'),
  field('CompanyId__gr.Arr', 'number', 'ARR'),
  field('CompanyId__gr.Segment__gc', 'picklist', 'Segment'),
  field('CompanyId__gr.RenewalDate', 'date', 'Renewal'),
  field('CreatedDate', 'datetime', 'Created'),
  field('Outcome_Metric__gc', 'text', 'Outcome metric'),
  field('Target_Value__gc', 'number', 'Target value'),
  field('Executive_Commitment__gc', 'boolean', 'Executive commitment'),
  field('Kickoff_Date__gc', 'date', 'Kickoff date'),
  field('Last_Reviewed__gc', 'datetime', 'Last reviewed'),
  field('Value_Driver__gc', 'picklist', 'Value driver'),
  field('Products__gc', 'multipicklist', 'Products'),
  field('Success_Criteria__gc', 'html', 'Success criteria'),
  field('Open', 'boolean'),
  field('Overdue', 'boolean'),
  field('DueBucket', 'picklist', 'Due'),
  field('CreatedAge', 'picklist', 'Time since created'),
  field('CTA', 'ids', 'CTAs'),
  field('SP', 'ids', 'Success plans'),
  field('CTACount', 'number', 'CTAs linked'),
  field('SPCount', 'number', 'Success plans linked'),
  ...linkedFields.map(({ name, type }) => field(name, type, name.replace('.', ' '))),
]

const record = (
  status: string | null,
  closed: boolean | null,
  more: Partial<LinkedProperties> = {},
): LinkedProperties => ({ status, closed, type: null, owner: null, ownerId: null, planId: null, ...more })

/** What is known of the records that golden goals link to. Nothing of SP2. */
export const goldenRecords: ReadonlyMap<string, LinkedProperties> = new Map([
  ['CTA1', record('Closed Success', true, { type: 'Risk', owner: 'Mira Ö', ownerId: 'USER1', planId: 'SP1' })],
  ['CTA2', record('New', false, { type: 'Élan', owner: 'Ben', ownerId: 'USER2' })],
  ['CTA3', record('Closed Lost', true, { type: 'Risk', owner: 'Ben', ownerId: 'USER2' })],
  ['SP1', record('Active', false, { type: 'Onboarding', owner: 'Mira Ö', ownerId: 'USER1' })],
])

/** What a goal holds that links to these records. */
export const goldenLinked = ({ CTA, SP }: Pick<FilterableGoal, 'CTA' | 'SP'>): FilterableGoal['fields'] => ({
  ...linkedValues('CTA', CTA, goldenRecords),
  ...linkedValues('SP', SP, goldenRecords),
})

const harborline = {
  CompanyId: 'HARBORLINE',
  CompanyName: 'Harborline Freight',
  'CompanyId__gr.Arr': 120_000.5,
  'CompanyId__gr.Segment__gc': 'Enterprise',
  'CompanyId__gr.RenewalDate': '2028-12-31',
}
const osterberg = { CompanyId: 'OSTERBERG', CompanyName: 'Österberg & Söner', 'CompanyId__gr.Arr': 0 }

function goal(
  gsid: string,
  fields: GoldenGoal['fields'],
  { CTA = [], SP = [] }: { CTA?: string[]; SP?: string[] } = {},
): GoldenGoal {
  return { gsid, fields: { Gsid: gsid, ...fields, ...goldenLinked({ CTA, SP }) }, CTA, SP }
}

export const goldenGoals: GoldenGoal[] = [
  goal(
    'G1',
    {
      ...harborline,
      Name: 'Onboard the Finance Team',
      StatusName: 'New',
      StatusMeaning: 'planned',
      DueDate: '2028-03-10',
      Description: '<p>Agreed at <b>kick</b>off &amp; signed</p><p>Second line</p>',
      CreatedDate: Date.UTC(2028, 0, 31, 23, 30),
      Outcome_Metric__gc: 'Tickets per week',
      Target_Value__gc: 100,
      Executive_Commitment__gc: true,
      Kickoff_Date__gc: '2028-02-29',
      Last_Reviewed__gc: Date.UTC(2028, 1, 27, 23, 59, 59, 999),
      Value_Driver__gc: 'Cost',
      Products__gc: ['Core', 'Mobile'],
      Success_Criteria__gc: '<ul><li>Fewer tickets</li><li>Happier people</li></ul>',
    },
    { CTA: ['CTA1', 'CTA2'], SP: ['SP1'] },
  ),
  goal(
    'G2',
    {
      ...harborline,
      Name: 'onboard partners',
      StatusName: 'On Track',
      StatusMeaning: 'on track',
      DueDate: '2028-02-28',
      CreatedDate: Date.UTC(2028, 1, 1),
      Target_Value__gc: 0,
      Executive_Commitment__gc: false,
      Last_Reviewed__gc: Date.UTC(2028, 1, 28),
      Value_Driver__gc: 'Growth',
      Products__gc: ['Core'],
    },
    { CTA: ['CTA2'] },
  ),
  goal('G3', {
    ...osterberg,
    Name: 'Élan for everyone',
    StatusName: 'At Risk',
    StatusMeaning: 'at risk',
    DueDate: '2028-02-27',
    Target_Value__gc: 99.5,
    Kickoff_Date__gc: '2027-12-31',
    Last_Reviewed__gc: Date.UTC(2028, 1, 28, 23, 59, 59, 999),
    Products__gc: ['Mobile', 'Reporting'],
  }),
  goal('G4', {
    ...osterberg,
    Name: 'Cut churn by 100%',
    StatusName: 'Achieved',
    StatusMeaning: 'achieved',
    DueDate: '2028-02-01',
    Description: '<p>Kickoff was <i>late</i></p>',
    Target_Value__gc: -5,
    Value_Driver__gc: 'Cost',
  }),
  goal(
    'G5',
    {
      ...osterberg,
      Name: 'Names in snake_case',
      StatusName: 'Dropped',
      StatusMeaning: 'dropped',
      Description: '<p><br></p>',
    },
    { SP: ['SP1', 'SP2'] },
  ),
  goal('G6', {
    ...harborline,
    Name: 'A <b>bold</b> name & more',
    StatusName: 'On Hold',
    StatusMeaning: null,
    DueDate: '2028-02-20',
    Last_Reviewed__gc: Date.UTC(2028, 1, 29),
    Products__gc: [],
  }),
  goal('G7', { ...harborline, Name: 'STRASSE und Straße', StatusName: 'New', StatusMeaning: 'planned' }),
  goal('G8', {
    ...osterberg,
    Name: "Zoë O'Brien \\ rollout",
    StatusName: 'At Risk',
    StatusMeaning: 'at risk',
    DueDate: '2028-03-06',
    Kickoff_Date__gc: '2028-03-01',
  }),
  goal('G9', {
    ...osterberg,
    Name: 'Train the trainers',
    StatusName: 'On Track',
    StatusMeaning: 'on track',
    DueDate: '2028-03-29',
    Outcome_Metric__gc: '',
  }),
  goal('G10', {
    ...osterberg,
    Name: 'Zero downtime',
    StatusName: 'New',
    StatusMeaning: 'planned',
    DueDate: '2028-03-30',
    Outcome_Metric__gc: 'tickets PER WEEK',
  }),
]

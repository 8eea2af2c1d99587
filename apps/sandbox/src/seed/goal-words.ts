import type { Random } from './random.ts'

const regions = ['DACH', 'the Nordics', 'North America', 'APAC', 'the UK', 'Iberia', 'all regions', 'Benelux'] as const
const teams = [
  'support',
  'field service',
  'finance',
  'sales',
  'operations',
  'the warehouse teams',
  'HR',
  'procurement',
] as const
const modules = [
  'reporting',
  'the mobile app',
  'workflow automation',
  'the partner portal',
  'forecasting',
  'the data connector',
] as const
const systems = ['SAP', 'Salesforce', 'Workday', 'NetSuite', 'ServiceNow', 'the data warehouse'] as const

/** What customers want, with the figures of one customer. */
const names: readonly ((random: Random) => string)[] = [
  (r) => `Cut onboarding time from ${r.int(4, 9) * 10} to ${r.int(10, 35)} days`,
  (r) => `Raise weekly active users from ${r.int(20, 45)} % to ${r.int(55, 85)} %`,
  (r) => `Roll out single sign-on in ${r.pick(regions)}`,
  (r) => `Cut ticket volume by ${r.pick(['a third', 'a quarter', 'half', '20 %', '15 %'])}`,
  (r) => `Move ${r.int(2, 40)},000 requests a month to self-service`,
  (r) => `Certify ${r.int(3, 30) * 5} admins in ${r.pick(regions)}`,
  (r) => `Replace spreadsheets in ${r.pick(teams)} with ${r.pick(modules)}`,
  (r) => `Connect ${r.pick(systems)} and retire the nightly export`,
  (r) => `Bring first response under ${r.int(1, 8)} hours for ${r.pick(teams)}`,
  (r) => `Launch ${r.pick(modules)} for ${r.pick(teams)}`,
  (r) => `Save ${r.int(2, 40) * 50} working hours a month in ${r.pick(teams)}`,
  (r) => `Close the books in ${r.int(3, 6)} days instead of ${r.int(8, 15)}`,
  (r) => `Reduce churn in the ${r.pick(['SMB', 'mid-market', 'enterprise'])} segment below ${r.int(2, 7)} %`,
  (r) => `Reach ${r.int(75, 98)} % forecast accuracy`,
  (r) => `Pass the ${r.pick(['SOC 2', 'ISO 27001', 'HIPAA', 'GDPR'])} audit without findings`,
  (r) => `Consolidate ${r.int(3, 9)} regional instances into one`,
  (r) => `Lift NPS from ${r.int(5, 30)} to ${r.int(35, 60)}`,
  (r) => `Automate ${r.int(40, 90)} % of invoice approvals`,
  (r) => `Agree a shared success plan with ${r.pick(teams)}`,
  (r) => `Double the use of ${r.pick(modules)} in ${r.pick(regions)}`,
  (r) => `Finish the migration from ${r.pick(systems)}`,
  (r) => `Give ${r.pick(teams)} one dashboard for every site`,
  (r) => `Shorten quote-to-cash from ${r.int(15, 40)} to ${r.int(5, 12)} days`,
  (r) => `Train ${r.int(2, 30) * 10} users before the go-live in ${r.pick(regions)}`,
]

/** Goal names that break careless programs. */
const awkward = [
  `Raise "NPS" & 'CSAT' by <10 points`,
  '=HYPERLINK("http://example.invalid","Claim the renewal")',
  '<script>alert("goal")</script>',
  '📈 Grow usage 💯',
  'オンボーディング期間を30日から14日に短縮する',
  'رفع نسبة الاستخدام إلى ٨٠٪',
  `${'Consolidate every regional process, report and approval into one shared way of working '.repeat(2)}by the end of the programme`,
  '100%_done; SELECT * FROM goals --',
]

export function goalName(random: Random): string {
  return random.chance(0.01) ? random.pick(awkward) : random.pick(names)(random)
}

export const ctaNames: Record<'Risk' | 'Expansion' | 'Lifecycle' | 'Activity' | 'Objective', readonly string[]> = {
  Risk: [
    'Adoption dip',
    'Champion left',
    'Support escalation open',
    'Renewal at risk',
    'Low survey score',
    'Invoice overdue',
  ],
  Expansion: ['Interest in a second module', 'New business unit', 'Seats nearly used up', 'Asked for premium support'],
  Lifecycle: ['Kickoff', 'Go-live check', 'First 90 days review', 'Renewal preparation', 'Executive business review'],
  Activity: ['Monthly call', 'Share the release notes', 'Collect a reference', 'Admin training', 'Data quality check'],
  Objective: [
    'Define the success criteria',
    'Configure single sign-on',
    'Import historic data',
    'Train the key users',
    'Agree the rollout plan',
    'Measure the first results',
  ],
}

export const planNames = [
  'Onboarding plan',
  'Adoption plan',
  'Renewal plan',
  'Growth plan',
  'Recovery plan',
  'Executive alignment',
  'Migration plan',
] as const

export const relationshipNames = [
  'EMEA',
  'North America',
  'APAC',
  'Platform',
  'Analytics',
  'Field Service',
  'Pilot',
] as const
export const opportunityNames = ['Renewal', 'Expansion', 'Upsell: analytics', 'New region', 'Premium support'] as const

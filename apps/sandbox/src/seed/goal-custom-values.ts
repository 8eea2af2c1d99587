import { calendarDay, dayMs } from '../tenant/calendar.ts'
import type { FieldValue } from '../tenant/field.ts'
import type { Table } from '../tenant/table.ts'
import type { Picklists } from './picklists.ts'
import type { Random } from './random.ts'

const metrics = ['Days to go-live', 'Weekly active users', 'Tickets per month', 'NPS', 'Hours saved'] as const

/** Values of the custom fields, each filled on a share of the goals. `index` tells goals apart, `created` is in epoch milliseconds. */
export function createCustomValues(random: Random, anchor: number, users: Table, picklists: Picklists) {
  const { valueDriver, products } = picklists
  const maybe = (share: number, value: () => FieldValue) => (random.chance(share) ? value() : null)
  const someProducts = () => products.items.filter(() => random.chance(0.35)).map((item) => item.gsid)

  return (index: number, created: number) => ({
    Outcome_Metric__gc: maybe(0.5, () => random.pick(metrics)),
    Target_Value__gc: maybe(0.5, () => random.int(1, 5000) / random.pick([1, 1, 1, 10])),
    Executive_Commitment__gc: maybe(0.6, () => random.chance(0.4)),
    Kickoff_Date__gc: maybe(0.4, () => calendarDay(created, random.int(0, 30))),
    Last_Reviewed__gc: maybe(0.4, () => anchor - random.int(0, 90 * dayMs)),
    Expected_Value__gc: maybe(0.4, () => random.int(1, 900) * 500),
    Progress__gc: maybe(0.5, () => random.int(0, 100)),
    Customer_Contact__gc: maybe(0.3, () => `contact${index}@customer.example`),
    Business_Case__gc: maybe(0.2, () => `https://example.com/cases/${index}`),
    Sponsor__gc: maybe(0.3, () => random.pick(users.rows).Gsid),
    Value_Driver__gc: maybe(0.6, () => random.pick(valueDriver.items).gsid),
    Products__gc: maybe(0.5, () => someProducts().join(';') || null),
    Success_Criteria__gc: maybe(
      0.2,
      () => `<p>Signed off by the sponsor.</p><ul><li>${random.int(10, 95)}&nbsp;%</li></ul>`,
    ),
    External_Reference__gc: maybe(0.1, () => `CRM-${100_000 + index}`),
  })
}

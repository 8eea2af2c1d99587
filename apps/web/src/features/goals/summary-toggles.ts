import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-first'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import type { Choice } from './filter-parts.ts'

type Definition = { label: string; field: string; values: Choice[]; isAlarm?: true }

const definitions: Definition[] = [
  { label: common.open, field: 'Open', values: [true] },
  { label: common.overdue, field: 'DueBucket', values: ['overdue'], isAlarm: true },
  { label: common.dueIn30Days, field: 'DueBucket', values: ['week', 'month'] },
  { label: texts.noCta, field: 'CTA', values: [null] },
  { label: texts.noPlan, field: 'SP', values: [null] },
]

export type SummaryToggle = {
  label: string
  field: string
  isAlarm: boolean
  isOn: boolean
  /** How many goals there would be; null while they are being counted. */
  count: number | null
  /** Of some goals nobody can tell, for nobody has said what their statuses mean; none is known to be one. */
  isUnknown: boolean
  /** The values of the field that a click chooses. */
  whenClicked: Choice[]
}

/** The fields whose counts the strip needs. */
export const summaryFields = [...new Set(definitions.map(({ field }) => field))]

/** The toggles as they stand. Those on one field join: Overdue and Due in 30 days together show both. */
export function summaryToggles(
  buckets: Record<string, FacetBucket[]>,
  chosenOf: (field: string) => Choice[],
): SummaryToggle[] {
  return definitions.map(({ label, field, values, isAlarm = false }) => {
    const chosen = chosenOf(field)
    const isOn = values.every((value) => chosen.includes(value))
    const inAll = (chosen: Choice[]) =>
      buckets[field]?.filter(({ value }) => chosen.includes(value)).reduce((sum, { count }) => sum + count, 0) ?? null
    const count = inAll(values)
    return {
      label,
      field,
      isAlarm,
      isOn,
      count,
      isUnknown: count === 0 && !values.includes(null) && inAll([null]) !== 0,
      whenClicked: isOn ? chosen.filter((value) => !values.includes(value)) : joined(chosen, values),
    }
  })
}

/** Empty stands alone, and so does every value that excludes another. */
function joined(chosen: Choice[], values: Choice[]): Choice[] {
  const stays = values.some((value) => typeof value !== 'string')
    ? []
    : chosen.filter((value) => typeof value === 'string')
  return [...new Set([...stays, ...values])]
}

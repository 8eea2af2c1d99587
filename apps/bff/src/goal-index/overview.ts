import type { Field } from '@goalkeeper/contract/catalogue'
import type { GoalQuery } from '@goalkeeper/contract/goals'
import { daysAhead, type MeaningCounts, type Overview, weeksBack } from '@goalkeeper/contract/overview'
import { addDays, mondayOf } from '@goalkeeper/filter/dates'
import { fieldNamed } from '@goalkeeper/filter/field'
import { csmField, csmsOf, readDays, readDaysSeen, readFirstDay, utcDay } from './day-counts.ts'
import { bucketsOf } from './facets.ts'
import type { GoalsInMemory } from './in-memory/goals-in-memory.ts'
import type { Labels } from './labels.ts'
import { noGoals, openOf } from './meaning-counts.ts'
import type { GoalIndexNeeds } from './needs.ts'
import { countOverview, countTurns, type OverviewCounts } from './overview-counts.ts'
import { overviewFields, overviewInMemory } from './overview-in-memory.ts'
import { checkQuery } from './query-input.ts'
import type { Remembered } from './remembered.ts'
import type { Sight } from './sight.ts'

type Parts = Pick<GoalIndexNeeds, 'database' | 'catalogue'> & {
  labels: Labels
  remembered: Remembered
  inMemory: Pick<GoalsInMemory, 'now' | 'note'>
  now: () => number
  today: () => string
  agreedAt: () => number | null
  isComplete: () => boolean
}

/** How the goals of a filter stand. Throws an AppError (`invalid`) that names what makes no sense. */
export type ReadOverview = (asked: Pick<GoalQuery, 'filter' | 'today'>, sight: Sight) => Promise<Overview>

export function createOverview(parts: Parts): ReadOverview {
  const { database, catalogue, labels, remembered, inMemory, now, today: serverToday, agreedAt, isComplete } = parts

  return async (asked, sight) => {
    const fields = await catalogue.fields()
    const { filter, context } = checkQuery({ ...asked, limit: 0 }, fields, { sight, today: serverToday() })
    const from = addDays(mondayOf(utcDay(now())), -7 * (weeksBack - 1))
    const span = { from, horizon: addDays(context.today, daysAhead) }
    const question = [filter, context.today, context.within, from]
    const held = await inMemory.now(context)
    const counts =
      (held && overviewInMemory(held, filter, context, span)) ??
      (await remembered.answer(['overview', ...question], () => countOverview(database, filter, context, span)))
    const facets = overviewFields.flatMap((name) => fieldNamed(fields, name) ?? [])
    inMemory.note({ filter, sort: [], facets, context })
    const turns = await remembered.answer(['turns', ...question], () => countTurns(database, filter, context, span))
    const seen = await readDaysSeen(database, from)
    const csms = csmsOf([filter, context.within])
    const csm = fieldNamed(fields, csmField)

    return {
      total: counts.total,
      exact: isComplete(),
      asOf: agreedAt(),
      today: context.today,
      csmField: csm?.name ?? null,
      csms: csm ? await csmRows(csm, counts.csms) : [],
      due: dueRows(counts.due),
      orphans: {
        unlinked: counts.unlinked,
        withoutCsm: counts.withoutCsm,
        withoutCompany: counts.withoutCompany,
      },
      weeks: Array.from({ length: weeksBack }, (_, index) => {
        const week = addDays(from, 7 * index)
        const of = (kind: 'later' | 'achieved') =>
          turns.find((turn) => turn.kind === kind && turn.week === week)?.goals ?? 0
        const created = counts.created.find((each) => each.week === week)?.goals ?? 0
        const daysSeen = seen.filter((day) => mondayOf(day) === week).length
        return { week, created, later: of('later'), achieved: of('achieved'), daysSeen }
      }),
      days: csms === undefined ? null : await readDays(database, from, csms, await meaningById()),
      historySince: await readFirstDay(database),
    }
  }

  async function meaningById() {
    const meanings = new Map((await catalogue.statuses()).map(({ id, meaning }) => [id, meaning]))
    return (id: string): keyof MeaningCounts => meanings.get(id) ?? 'unknown'
  }

  /** Those with the most open goals first, by name where they have as many; goals of nobody last. */
  async function csmRows(field: Field, counted: OverviewCounts['csms']): Promise<Overview['csms']> {
    const byCsm = new Map<string | null, MeaningCounts>()
    for (const { csm, meaning, goals } of counted) {
      const counts = byCsm.get(csm) ?? noGoals()
      counts[meaning] += goals
      byCsm.set(csm, counts)
    }
    const buckets = await bucketsOf(
      field,
      [...byCsm.keys()].map((value) => ({ value, count: 0 })),
      labels,
    )
    return buckets
      .map(({ value, label, hint }) => {
        const csm = value === null ? null : String(value)
        return { csm, label, hint, goals: byCsm.get(csm) ?? noGoals() }
      })
      .toSorted(
        (one, other) =>
          Number(one.csm === null) - Number(other.csm === null) ||
          openOf(other.goals) - openOf(one.goals) ||
          (one.label < other.label ? -1 : 1),
      )
  }
}

function dueRows(counted: OverviewCounts['due']): Overview['due'] {
  const byDay = new Map<string, MeaningCounts>()
  for (const { when, meaning, goals } of counted) {
    const counts = byDay.get(when) ?? noGoals()
    counts[meaning] += goals
    byDay.set(when, counts)
  }
  return [...byDay]
    .map(([when, goals]) => ({
      when,
      planned: goals.planned,
      'on track': goals['on track'],
      'at risk': goals['at risk'],
    }))
    .toSorted((one, other) => (one.when < other.when ? -1 : 1))
}

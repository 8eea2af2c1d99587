import * as texts from '@goalkeeper/texts/server/connection'
import { readCalendarDate, readInstant } from '@goalkeeper/gainsight/dates'
import type { FetchGoalsRequest, GoalRecord } from '@goalkeeper/gainsight/goals'
import type { WhereOperator } from '@goalkeeper/gainsight/where'
import type { Findings } from '../capability-store.ts'
import {
  attempt,
  type GoalSample,
  oneCondition,
  type Probe,
  type ProbeContext,
  refusedText,
  samplesOf,
} from './probe.ts'

type Value = (string | number)[]
/** A condition with what every goal that it selects must be like. */
type Trial = {
  field: string
  operator: WhereOperator
  value: Value
  holds: (record: GoalRecord) => boolean
  /** How many goals must come at least. */
  atLeast?: number
}
/** works: the right goals came. wrong: others came, or none where some should. untried: nothing to try it on. */
type Outcome = { result: 'works' | 'refused' | 'wrong' | 'untried'; text: string }

export const operatorsProbe: Probe = {
  asks: ['operators', 'dueDateSince'],
  async run(context) {
    const goals = await context.sample()
    const outcomes = new Map<WhereOperator, Outcome>()
    for (const trial of operatorTrials(goals)) outcomes.set(trial.operator, await tryOut(context, trial, goals))
    const withResult = (result: Outcome['result']) =>
      [...outcomes].filter(([, outcome]) => outcome.result === result).map(([operator]) => operator)
    const works = withResult('works')
    if (works.length === 0 && withResult('untried').length === outcomes.size) {
      return { operators: { state: 'unknown', found: texts.thereIsNoGoalToTry } }
    }
    const told = [
      texts.right(works.join(', ')),
      ...(withResult('refused').length > 0 ? [texts.refused(withResult('refused').join(', '))] : []),
      ...(withResult('wrong').length > 0 ? [texts.wrongGoals(withResult('wrong').join(', '))] : []),
      ...(withResult('untried').length > 0 ? [texts.notTriedForWantOfA(withResult('untried').join(', '))] : []),
    ]
    return {
      operators: { state: works.length > 1 ? 'yes' : 'no', found: `${told.join('; ')}.`, value: works },
      ...dueDateFinding(outcomes.get('GTE')),
    }
  },
}

function dueDateFinding(gte: Outcome | undefined): Findings {
  if (!gte || gte.result === 'untried') return {}
  return { dueDateSince: { state: gte.result === 'works' ? 'yes' : 'no', found: gte.text } }
}

/** Instants come as epoch milliseconds; nobody says how they are to be sent. */
export const modifiedSinceProbe: Probe = {
  asks: ['modifiedSince'],
  async run(context) {
    const goals = await context.sample()
    const instants = goals.map(({ record }) => readInstant(record.ModifiedDate)).filter((instant) => instant !== null)
    const since = instants.toSorted((a, b) => a - b)[Math.floor(instants.length / 2)]
    if (since === undefined) {
      return { modifiedSince: { state: 'unknown', found: texts.noGoalWithAModifiedDate } }
    }
    const holds = (record: GoalRecord) => (readInstant(record.ModifiedDate) ?? 0) >= since
    let last: Outcome = { result: 'untried', text: '' }
    for (const form of ['epoch', 'iso'] as const) {
      const value = form === 'epoch' ? since : new Date(since).toISOString()
      last = await tryOut(context, { field: 'ModifiedDate', operator: 'GTE', value: [value], holds }, goals)
      if (last.result === 'works') {
        const told = form === 'epoch' ? texts.epochMilliseconds : texts.isoText
        return { modifiedSince: { state: 'yes', found: texts.rightWithTheInstantAs(told), value: form } }
      }
    }
    return { modifiedSince: { state: 'no', found: last.text } }
  },
}

/** Two goals by id: `A OR B`, and the same inside parentheses. */
export const expressionProbe: Probe = {
  asks: ['or', 'parentheses'],
  async run(context) {
    const [one, two] = await context.sample()
    if (!one || !two) {
      const unknown = { state: 'unknown', found: texts.thereAreTooFewGoalsTo } as const
      return { or: unknown, parentheses: unknown }
    }
    const condition = (alias: string, fieldName: string, value: string) => ({
      alias,
      fieldName,
      operator: 'EQ' as const,
      value: [value],
    })
    const isOne = condition('A', 'Gsid', one.record.Gsid)
    const isTwo = condition('B', 'Gsid', two.record.Gsid)
    const findsBoth = async (where: NonNullable<FetchGoalsRequest['where']>) => {
      const tried = await attempt(() =>
        context.read('fetchGoals', {
          select: ['Gsid'],
          where,
          pageSize: 10,
          pageNumber: context.capabilities().pageBase,
        }),
      )
      if (!tried.accepted) return { state: 'no', found: refusedText(tried.refusal) } as const
      const came = new Set(samplesOf(tried.data.recordList).map(({ record }) => record.Gsid))
      return came.size === 2 && came.has(one.record.Gsid) && came.has(two.record.Gsid)
        ? ({ state: 'yes', found: texts.twoGoalsWereAskedForAnd } as const)
        : ({ state: 'no', found: texts.acceptedButGoalsCameInsteadOf(came.size) } as const)
    }
    const or = await findsBoth({ conditions: [isOne, isTwo], expression: 'A OR B' })
    const parentheses = await findsBoth({
      conditions: [isOne, isTwo, { ...isOne, alias: 'C' }, { ...isTwo, alias: 'D' }],
      expression: '(A OR B) AND (C OR D)',
    })
    return { or, parentheses }
  },
}

async function tryOut(
  { read, capabilities }: ProbeContext,
  trial: Trial,
  goals: readonly GoalSample[],
): Promise<Outcome> {
  const { field, operator, value, holds, atLeast = 1 } = trial
  if (!goals.some(({ record }) => holds(record))) return { result: 'untried', text: texts.noGoalToTryItOn }
  const tried = await attempt(() =>
    read('fetchGoals', {
      select: ['Gsid', field],
      where: oneCondition(field, operator, value),
      pageSize: 25,
      pageNumber: capabilities().pageBase,
    }),
  )
  if (!tried.accepted) return { result: 'refused', text: refusedText(tried.refusal) }
  const came = samplesOf(tried.data.recordList)
  if (came.length < atLeast) return { result: 'wrong', text: texts.acceptedButGoalsThatShouldHave }
  const wrong = came.filter(({ record }) => !holds(record)).length
  if (wrong > 0) return { result: 'wrong', text: texts.acceptedButOfGoalsShouldNot(wrong, came.length) }
  return { result: 'works', text: texts.goalsCameAllOfThemRight(came.length) }
}

/** One trial for each operator, on values that goals of the sample hold. */
function operatorTrials(goals: readonly GoalSample[]): Trial[] {
  const records = goals.map(({ record }) => record)
  const [first, second] = records
  const name = (records.find((record) => /^\w{4,}.* \w{4,}$/.test(record.Name ?? '')) ?? first)?.Name ?? ''
  const due = (record: GoalRecord) => readCalendarDate(record.DueDate) ?? ''
  const dates = records
    .map(due)
    .filter((date) => date !== '')
    .toSorted()
  const middle = dates[Math.floor(dates.length / 2)] ?? ''
  const last = dates.at(-1) ?? ''
  const status = first?.StatusId ?? ''
  const [start, end] = [name.slice(0, 4), name.slice(-4)]
  const piece = name.slice(2, 6)
  // A field that some goals of the sample lack.
  const sparse =
    (['DueDate', 'Description', 'RelationshipId'] as const).find((field) => records.some((record) => !record[field])) ??
    'DueDate'
  const lower = (record: GoalRecord) => (record.Name ?? '').toLowerCase()
  const ids = [first, second].flatMap((record) => record?.Gsid ?? [])
  return [
    { field: 'Name', operator: 'EQ', value: [name], holds: (record) => lower(record) === name.toLowerCase() },
    { field: 'StatusId', operator: 'NE', value: [status], holds: (record) => record.StatusId !== status },
    {
      field: 'Gsid',
      operator: 'IN',
      value: ids,
      holds: (record) => ids.includes(record.Gsid ?? ''),
      atLeast: ids.length,
    },
    {
      field: 'Name',
      operator: 'CONTAINS',
      value: [piece],
      holds: (record) => lower(record).includes(piece.toLowerCase()),
    },
    {
      field: 'Name',
      operator: 'DOES_NOT_CONTAINS',
      value: [piece],
      holds: (record) => !lower(record).includes(piece.toLowerCase()),
    },
    {
      field: 'Name',
      operator: 'STARTS_WITH',
      value: [start],
      holds: (record) => lower(record).startsWith(start.toLowerCase()),
    },
    {
      field: 'Name',
      operator: 'ENDS_WITH',
      value: [end],
      holds: (record) => lower(record).endsWith(end.toLowerCase()),
    },
    {
      field: 'DueDate',
      operator: 'GTE',
      value: [middle],
      holds: (record) => due(record) !== '' && due(record) >= middle,
    },
    { field: 'DueDate', operator: 'GT', value: [middle], holds: (record) => due(record) > middle },
    {
      field: 'DueDate',
      operator: 'LTE',
      value: [middle],
      holds: (record) => due(record) !== '' && due(record) <= middle,
    },
    {
      field: 'DueDate',
      operator: 'LT',
      value: [middle],
      holds: (record) => due(record) !== '' && due(record) < middle,
    },
    {
      field: 'DueDate',
      operator: 'BTW',
      value: [middle, last],
      holds: (record) => due(record) >= middle && due(record) <= last && due(record) !== '',
    },
    { field: sparse, operator: 'IS_NULL', value: [], holds: (record) => !record[sparse] },
    { field: sparse, operator: 'IS_NOT_NULL', value: [], holds: (record) => Boolean(record[sparse]) },
    { field: 'StatusId', operator: 'INCLUDES', value: [status], holds: (record) => record.StatusId === status },
    { field: 'StatusId', operator: 'EXCLUDES', value: [status], holds: (record) => record.StatusId !== status },
  ]
}

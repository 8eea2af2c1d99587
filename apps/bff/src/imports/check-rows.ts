import * as texts from '@goalkeeper/texts/server/imports'
import type { Difference } from '@goalkeeper/contract/changes'
import type { ImportOutcome } from '@goalkeeper/contract/imports'
import { createKeyFor } from '#bff/gateway/write-body.ts'
import type { NamedPair } from '#bff/goal-index/goals-known.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'
import { checkCreate } from './check-create.ts'
import { checkUpdate } from './check-update.ts'
import { columnOf, columnOfField } from './mapping-columns.ts'
import { type Parent, parentRef } from './parents.ts'
import { createRowReader, type GivenRow, problem, type Problem, type Reading } from './read-row.ts'
import { fieldsAsTheyAre } from './as-exported.ts'
import { type Answers, type CheckContext, type Made, nameIn, nothingMade, type Plan } from './row-plan.ts'

/** What has to be known of goals before rows can be checked. `links`: of each row, with the goal that it names. */
export type Wanted = {
  gsids: string[]
  named: NamedPair[]
  links: { gsid: string | null; CTA: string[]; SP: string[] }[]
}
/** What a row comes to, once for each goal. */
export type CheckedRow = {
  row: number
  place: number
  outcome: ImportOutcome
  gsid: string | null
  name: string | null
  parentName: string | null
  differences: Difference[]
  problems: Problem[]
  /** Equal for two rows that mean one goal; null where that cannot be told. */
  goalKey: string | null
  kind: 'create' | 'update'
  body: object | null
  before: Record<string, string | null>
  companyName: string | null
  notUndoable: string | null
}

export type RowChecker = ReturnType<typeof createRowChecker>

/** Checks rows some at a time: `read` says what has to be looked up for them, and `check` what they come to. */
export function createRowChecker(context: CheckContext) {
  const { mapping, companies } = context
  const reader = createRowReader(context)
  let plans: Plan[] = []

  function planOf(reading: Reading, place: number, parent: Parent | null): Plan {
    const name = nameIn(reading)
    const key = parent && name !== null ? createKeyFor(name, { by: 'id', ...parentRef(parent) }) : null
    return { reading, place, parent, key }
  }

  function plansOf(given: GivenRow): Plan[] {
    const reading = reader.read(given)
    if (companies) return companies.map((gsid, place) => planOf(reading, place, reader.parentOfGsid(gsid)))
    const found = reading.parent?.found
    return [planOf(reading, 0, found && 'parent' in found ? found.parent : null)]
  }

  function check(plan: Plan, answers: Answers): CheckedRow {
    const { parent, key } = plan
    const found: Problem[] = []
    const target = targetOf(plan, answers, found)
    const goal = target === null ? undefined : answers.goals.get(target)
    const reading = goal
      ? withoutSettled(plan.reading, fieldsAsTheyAre(plan.reading, goal, context.fields))
      : plan.reading
    const problems = [...reading.problems, ...found]
    const base = {
      row: reading.row,
      place: plan.place,
      name: nameIn(reading) ?? (goal ? String(goal.version.fields['Name'] ?? goal.version.gsid) : null),
      parentName: parent?.name ?? goal?.companyName ?? null,
      companyName: goal?.companyName ?? (parent?.entityType === 'COMPANY' ? parent.name : null),
      kind: target === null ? ('create' as const) : ('update' as const),
      gsid: goal ? target : null,
      goalKey: target ?? key,
    }
    const made = makeOf({ ...plan, reading }, target, goal, answers, problems)
    const outcome = outcomeOf(problems, made, goal !== undefined)
    return { ...base, ...made, ...(problems.length > 0 && { body: null }), problems, outcome }
  }

  /** A row about a goal that is not there makes nothing. */
  function makeOf(
    plan: Plan,
    target: string | null,
    goal: GoalSnapshot | undefined,
    answers: Answers,
    problems: Problem[],
  ): Made {
    if (goal) return checkUpdate(context, plan, goal, answers.linkedItems, problems)
    return target === null ? checkCreate(context, plan, answers, problems) : nothingMade
  }

  /** The goal that a row is about; null: a new one. Where several could be meant, that is a problem. */
  function targetOf({ reading, key }: Plan, { goals, named }: Answers, problems: Problem[]): string | null {
    const gsid = reading.chosen ?? reading.gsid
    if (gsid !== null) {
      if (!goals.has(gsid)) {
        const column = reading.chosen === null ? columnOf(mapping, 'gsid') : null
        problems.push(problem(column, gsid, texts.thereIsNoGoalOfThis))
      }
      return gsid
    }
    if (mapping.match === 'never' || key === null) return null
    const found = named.get(key) ?? []
    const [only, ...others] = found
    if (only === undefined) return null
    if (others.length === 0 && mapping.match === 'name-and-parent') return only
    const suggestions = found.map((each) => suggestionOf(each, goals.get(each)))
    const reason = others.length > 0 ? texts.goalsOfThisNameAreThere(found.length) : texts.aGoalOfThisNameIs
    problems.push({
      ...problem(columnOfField(mapping, 'Name'), nameIn(reading) ?? '', reason),
      suggestions,
      open: true,
    })
    return null
  }

  return {
    read(rows: readonly GivenRow[]): Wanted {
      plans = rows.flatMap(plansOf)
      return {
        gsids: [...new Set(plans.flatMap(({ reading }) => reading.chosen ?? reading.gsid ?? []))],
        named: plans.flatMap(({ reading, parent, key }) =>
          parent && key !== null ? [{ key, name: nameIn(reading) ?? '', parent: parentRef(parent) }] : [],
        ),
        links: plans.map(({ reading }) => ({ gsid: reading.chosen ?? reading.gsid, ...reading.links })),
      }
    },
    check: (answers: Answers): CheckedRow[] => plans.map((plan) => check(plan, answers)),
  }
}

/** What a row says of a goal, but for fields of which it says what is there already. */
function withoutSettled(reading: Reading, settled: ReadonlySet<string>): Reading {
  const columns = new Set([...settled].map((name) => reading.columns.get(name)))
  return {
    ...reading,
    fields: new Map([...reading.fields].filter(([name]) => !settled.has(name))),
    problems: reading.problems.filter(({ column }) => column === null || !columns.has(column)),
  }
}

function outcomeOf(
  problems: Problem[],
  { differences }: { differences: Difference[] },
  isThere: boolean,
): ImportOutcome {
  if (problems.some(({ open }) => !open)) return 'invalid'
  if (problems.length > 0) return 'ambiguous'
  if (!isThere) return 'create'
  return differences.length > 0 ? 'update' : 'unchanged'
}

function suggestionOf(gsid: string, goal: GoalSnapshot | undefined) {
  const due = goal?.version.fields['DueDate']
  const hint = [goal?.statusName, typeof due === 'string' ? texts.dueOn(due) : null, `…${gsid.slice(-6)}`]
  return { value: gsid, label: String(goal?.version.fields['Name'] ?? gsid), hint: hint.filter(Boolean).join(' · ') }
}

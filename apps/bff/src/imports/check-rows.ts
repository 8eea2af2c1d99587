import type { Difference } from '@goalkeeper/contract/changes'
import type { Status } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'
import type { ImportOutcome } from '@goalkeeper/contract/imports'
import { fieldNamed } from '@goalkeeper/filter/field'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import {
  createGoalBody,
  type CreateGoalRequest,
  createGoalRequestSchema,
  type NewGoal,
  parentFields,
  updateGoalRequestSchema,
} from '@goalkeeper/gainsight/goal-write'
import { previewWish, nowOf, type GoalPreview } from '#bff/changes/preview-goal.ts'
import { emptyWish } from '#bff/changes/wish.ts'
import type { Capabilities } from '#bff/connection/capabilities.ts'
import { movedSince } from '#bff/gateway/goal-version.ts'
import { createKeyFor, targetsOf } from '#bff/gateway/write-body.ts'
import type { NamedPair } from '#bff/goal-index/goals-known.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'
import { fieldItem, isDifference, type Known } from '#bff/goal-index/goal-update.ts'
import { htmlOfCell } from './html-of-cell.ts'
import { parentAs } from './parent-way.ts'
import { entityWords, type Parent, parentRef } from './parents.ts'
import {
  createOnly,
  createRowReader,
  type GivenRow,
  parentProblem,
  problem,
  type Problem,
  type ReadContext,
  type Reading,
} from './read-row.ts'

export type CheckContext = ReadContext & {
  statuses: readonly Status[]
  capabilities: Capabilities
  /** The companies of which each gets the goals of the rows; null: the rows say it. */
  companies: string[] | null
}

/** What has to be known of goals before rows can be checked. */
export type Wanted = { gsids: string[]; named: NamedPair[]; links: Record<'CTA' | 'SP', string[]> }
export type Answers = {
  goals: Map<string, GoalSnapshot>
  named: Map<string, string[]>
  /** Why a goal of a key is not to be created now. */
  pending: Map<string, string>
  linkedItems: Known['linkedItems']
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

/** What a row makes of a goal. */
type Made = Pick<GoalPreview, 'differences' | 'before' | 'notUndoable'> & { body: object | null }

type Plan = { reading: Reading; place: number; parent: Parent | null; key: string | null }

const noUndo = 'A goal that was created cannot be deleted by the API.'

export type RowChecker = ReturnType<typeof createRowChecker>

/** Checks rows some at a time: `read` says what has to be looked up for them, and `check` what they come to. */
export function createRowChecker(context: CheckContext) {
  const { mapping, fields, statuses, capabilities, companies } = context
  const reader = createRowReader(context)
  let plans: Plan[] = []

  const nameOf = ({ fields: given }: Reading) => {
    const name = given.get('Name')
    return typeof name === 'string' && name.trim() !== '' ? name.trim() : null
  }

  function planOf(reading: Reading, place: number, parent: Parent | null): Plan {
    const name = nameOf(reading)
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
    const { reading, parent, key } = plan
    const problems = [...reading.problems]
    const target = targetOf(plan, answers, problems)
    const goal = target === null ? undefined : answers.goals.get(target)
    const base = {
      row: reading.row,
      place: plan.place,
      name: nameOf(reading) ?? (goal ? String(goal.version.fields['Name'] ?? goal.version.gsid) : null),
      parentName: parent?.name ?? goal?.companyName ?? null,
      companyName: goal?.companyName ?? (parent?.entityType === 'COMPANY' ? parent.name : null),
      kind: target === null ? ('create' as const) : ('update' as const),
      gsid: goal ? target : null,
      goalKey: target ?? key,
    }
    const made = goal ? update(plan, goal, answers, problems) : create(plan, answers, problems, target)
    const outcome = outcomeOf(problems, made, goal !== undefined)
    return { ...base, ...made, ...(problems.length > 0 && { body: null }), problems, outcome }
  }

  /** The goal that a row is about; null: a new one. Where several could be meant, that is a problem. */
  function targetOf({ reading, key }: Plan, { goals, named }: Answers, problems: Problem[]): string | null {
    const gsid = reading.chosen ?? reading.gsid
    if (gsid !== null) {
      if (!goals.has(gsid)) {
        const column = reading.chosen === null ? columnOf('gsid') : null
        problems.push(problem(column, gsid, 'There is no goal of this Gsid, or none that you see.'))
      }
      return gsid
    }
    if (mapping.match === 'never' || key === null) return null
    const found = named.get(key) ?? []
    const [only, ...others] = found
    if (only === undefined) return null
    if (others.length === 0 && mapping.match === 'name-and-parent') return only
    const suggestions = found.map((each) => suggestionOf(each, goals.get(each)))
    const reason =
      others.length > 0
        ? `${found.length} goals of this name are there: say which one it is.`
        : 'A goal of this name is there, and the row has no Gsid: say that it is this one, or name it otherwise.'
    problems.push({ ...problem(columnOfField('Name'), nameOf(reading) ?? '', reason), suggestions, open: true })
    return null
  }

  const columnOf = (kind: 'gsid' | 'version') => {
    const column = mapping.columns.findIndex((target) => target.kind === kind)
    return column < 0 ? null : column
  }
  const columnOfField = (name: string) => {
    const column = mapping.columns.findIndex((target) => target.kind === 'field' && target.field === name)
    return column < 0 ? null : column
  }

  function update({ reading, parent }: Plan, goal: GoalSnapshot, { linkedItems }: Answers, problems: Problem[]): Made {
    const known: Known = { fields, statuses, capabilities, linkedItems }
    const now = nowOf(goal)
    const wish = emptyWish()
    const valueIn = (name: string) => String(reading.fields.get(name) ?? '')
    const at = (name: string) => reading.columns.get(name) ?? null
    for (const [name, value] of reading.fields) {
      if (createOnly.includes(name)) {
        if (value !== null && value !== (now.fields[name] ?? null)) {
          problems.push(problem(at(name), valueIn(name), 'This can only be said of a goal that is created.'))
        }
        continue
      }
      const wanted = settledValue(value, now.fields[name] ?? null, fieldNamed(fields, name)?.type)
      const item = fieldItem(now, name, wanted, known)
      if (item.problem !== null && isDifference(item)) problems.push(problem(at(name), valueIn(name), item.problem))
      else wish.fields.set(name, wanted)
    }
    for (const kind of ['CTA', 'SP'] as const) for (const gsid of reading.links[kind]) wish.links[kind].link.add(gsid)
    const preview = previewWish(goal, wish, known)
    if (preview.trouble) {
      const links = at('CTA') ?? at('SP')
      problems.push(problem(links, '', preview.trouble.problem))
    }
    checkParent(reading, parent, goal, problems)
    checkVersion(reading, goal, preview, problems)
    const fault = preview.body && updateGoalRequestSchema.safeParse(preview.body).error?.issues[0]
    if (fault) problems.push(problem(at(String(fault.path.at(-1))), valueIn(String(fault.path.at(-1))), fault.message))
    const { differences, body, before, notUndoable } = preview
    return { differences, body, before, notUndoable }
  }

  /** A goal stays where it hangs, so that a row which names something else is not about it. */
  function checkParent(reading: Reading, parent: Parent | null, goal: GoalSnapshot, problems: Problem[]): void {
    const given = reading.parent
    if (!given) return
    const holds = (gsid: string) => Object.values(parentFields).some(({ id }) => goal.version.fields[id] === gsid)
    if (parent) {
      if (holds(parent.gsid)) return
      const words = `The goal is not of this ${entityWords[parent.entityType]}, and cannot be moved to another one.`
      problems.push(problem(given.column, given.value, words))
      return
    }
    const isItsOwn =
      given.value.toLowerCase() === goal.companyName?.trim().toLowerCase() ||
      ('candidates' in given.found && given.found.candidates.some(holds))
    const unknown = isItsOwn ? null : parentProblem(given)
    if (unknown) problems.push(unknown)
  }

  function checkVersion(
    reading: Reading,
    goal: GoalSnapshot,
    { body, differences }: Pick<GoalPreview, 'body' | 'differences'>,
    problems: Problem[],
  ): void {
    const { version } = reading
    if (version === null || !body) return
    const column = columnOf('version')
    const moved = movedFields(version, goal, targetsOf(body).keys())
    if (moved === null) {
      problems.push(problem(column, version, 'This is no version of a goal that an export has written.'))
      return
    }
    if (moved.length === 0) return
    const now = nowOf(goal).fields
    const names = moved.map((name) => (name === 'StatusId' ? 'StatusName' : name.replace(/\/.*/, '')))
    const told = names.map((name) => {
      const label = fieldNamed(fields, name)?.label ?? name
      const value = now[name]
      return name === 'CTA' || name === 'SP' || name === '' ? label : `${label} is now ${wordsOf(value)}`
    })
    const what = told.filter(Boolean).join(', ')
    problems.push(
      problem(
        column,
        version,
        `The goal was changed since the export${what === '' ? '' : `: ${what}`}. Export it again.`,
      ),
    )
    if (differences.length === 0) problems.pop()
  }

  function create(
    { reading, parent, key }: Plan,
    { pending, linkedItems }: Answers,
    problems: Problem[],
    target: string | null,
  ): Made {
    const nothing = { differences: [], body: null, before: {}, notUndoable: null }
    // The row is about a goal that is not there.
    if (target !== null) return nothing
    const at = (name: string) => reading.columns.get(name) ?? null
    if (!parent && companies === null) {
      const unknown = reading.parent && parentProblem(reading.parent)
      const column = mapping.columns.findIndex(({ kind }) => kind === 'parent')
      problems.push(
        unknown ?? problem(column < 0 ? null : column, '', 'What the goal hangs on is missing: its company, for one.'),
      )
    }
    const complain = (name: string, words: string) => {
      const isTold = problems.some(({ column }) => column !== null && column === at(name))
      if (!isTold) problems.push(problem(at(name), '', words))
    }
    if (nameOf(reading) === null) complain('Name', 'A goal needs a name.')
    if (!reading.fields.get('StatusName')) complain('StatusName', 'A new goal needs a status.')
    const record = Object.fromEntries(
      [...reading.fields]
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, settledValue(value, null, fieldNamed(fields, name)?.type)]),
    )
    for (const [name, value] of Object.entries(record)) {
      const field = fieldNamed(fields, name)
      if (field && !field.editable)
        problems.push(problem(at(name), String(value), `${field.label} cannot be set from outside Gainsight.`))
    }
    const lost = linkedItems.filter(({ found }) => !found).map(({ gsid }) => gsid)
    for (const kind of ['CTA', 'SP'] as const) {
      const gone = reading.links[kind].filter((gsid) => lost.includes(gsid))
      if (gone.length > 0) problems.push(problem(at(kind), gone.join('; '), 'It is not found in Gainsight.'))
    }
    const differences = [
      ...Object.entries(record).map(([field, after]) => ({ field, before: null, after })),
      ...(['CTA', 'SP'] as const).flatMap((field) =>
        reading.links[field].length > 0 ? [{ field, before: null, after: reading.links[field] }] : [],
      ),
    ]
    const waiting = key === null ? undefined : pending.get(key)
    if (waiting !== undefined) problems.push(problem(columnOfField('Name'), nameOf(reading) ?? '', waiting))
    if (problems.length > 0 || !parent) return { ...nothing, differences }
    const sent = parentAs(parent, capabilities)
    if (!sent) {
      problems.push(
        problem(
          null,
          parent.name,
          'This tenant does not let an opportunity be named safely: create the goal in Gainsight.',
        ),
      )
      return { ...nothing, differences }
    }
    const body: CreateGoalRequest = createGoalBody({ parent: sent, record: record as NewGoal, link: reading.links })
    const fault = createGoalRequestSchema.safeParse(body).error?.issues[0]
    if (fault) problems.push(problem(at(String(fault.path.at(-1))), '', fault.message))
    return { differences, body, before: {}, notUndoable: noUndo }
  }

  return {
    read(rows: readonly GivenRow[]): Wanted {
      plans = rows.flatMap(plansOf)
      const links: Wanted['links'] = { CTA: [], SP: [] }
      for (const { reading } of plans)
        for (const kind of ['CTA', 'SP'] as const) links[kind].push(...reading.links[kind])
      return {
        gsids: [...new Set(plans.flatMap(({ reading }) => reading.chosen ?? reading.gsid ?? []))],
        named: plans.flatMap(({ reading, parent, key }) =>
          parent && key !== null ? [{ key, name: nameOf(reading) ?? '', parent: parentRef(parent) }] : [],
        ),
        links: { CTA: [...new Set(links.CTA)], SP: [...new Set(links.SP)] },
      }
    },
    check: (answers: Answers): CheckedRow[] => plans.map((plan) => check(plan, answers)),
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

/** A text that says what is there already is no change, whether it came through a spreadsheet as HTML or as words. */
function settledValue(value: FieldValue, now: FieldValue, type: string | undefined): FieldValue {
  if (typeof value !== 'string' || (type !== 'text' && type !== 'html')) return value
  const plain = (text: string) => text.replaceAll(/\r\n?/g, '\n').trim()
  if (typeof now === 'string' && plain(now) === plain(value)) return now
  if (type === 'text') return value
  if (typeof now === 'string' && words(textOfHtml(now)) === words(value)) return now
  return htmlOfCell(value)
}

const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
const wordsOf = (value: FieldValue | undefined) =>
  value === null || value === undefined ? 'empty' : `“${String(value).slice(0, 100)}”`

/** Which of the touched fields have moved since a version: an ETag, or when the goal was last changed; null for what is neither. */
function movedFields(version: string, { version: now }: GoalSnapshot, touched: Iterable<string>): string[] | null {
  const instant = /^\d{11,14}$/.test(version) ? Number(version) : Date.parse(version)
  if (/^\d{11,14}$|^\d{4}-\d\d-\d\dT/.test(version) && !Number.isNaN(instant)) {
    const modified = now.fields['ModifiedDate']
    return typeof modified === 'number' && modified > instant ? [''] : []
  }
  return movedSince(/^(W\/)?"/.test(version) ? version : `"${version}"`, now, touched)
}

function suggestionOf(gsid: string, goal: GoalSnapshot | undefined) {
  const due = goal?.version.fields['DueDate']
  const hint = [goal?.statusName, typeof due === 'string' ? `due ${due}` : null, `…${gsid.slice(-6)}`]
  return { value: gsid, label: String(goal?.version.fields['Name'] ?? gsid), hint: hint.filter(Boolean).join(' · ') }
}

import * as texts from '@goalkeeper/texts/server/imports'
import * as common from '@goalkeeper/texts/server/common'
import { fieldNamed } from '@goalkeeper/filter/field'
import {
  createGoalBody,
  type CreateGoalRequest,
  createGoalRequestSchema,
  type NewGoal,
} from '@goalkeeper/gainsight/goal-create'
import { parentIn, parentWay } from '@goalkeeper/gainsight/parent-way'
import { type Answers, type CheckContext, type Made, nameIn, nothingMade, type Plan } from './row-plan.ts'
import { columnOf, columnOfField } from './mapping-columns.ts'
import { parentProblem, problem, type Problem } from './read-row.ts'
import { settledValue } from './settled-value.ts'

const noUndo = texts.aGoalThatWasCreatedCannot

/** What a row makes of a new goal. Adds what is wrong with it to the problems. */
export function checkCreate(
  context: Pick<CheckContext, 'mapping' | 'fields' | 'capabilities' | 'companies'>,
  { reading, parent, key }: Plan,
  { pending, there, linkedItems }: Pick<Answers, 'pending' | 'there' | 'linkedItems'>,
  problems: Problem[],
): Made {
  const { mapping, fields, capabilities, companies } = context
  const at = (name: string) => reading.columns.get(name) ?? null
  if (!parent && companies === null) {
    const unknown = reading.parent && parentProblem(reading.parent)
    problems.push(unknown ?? problem(columnOf(mapping, 'parent'), '', texts.whatTheGoalHangsOnIs))
  }
  if (reading.parent?.doubt) problems.push(reading.parent.doubt.problem)
  const complain = (name: string, words: string) => {
    const isTold = problems.some(({ column }) => column !== null && column === at(name))
    if (!isTold) problems.push(problem(at(name), '', words))
  }
  if (nameIn(reading) === null) complain('Name', texts.aGoalNeedsAName)
  if (!reading.fields.get('StatusName')) complain('StatusName', texts.aNewGoalNeedsAStatus)
  const record = Object.fromEntries(
    [...reading.fields]
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, settledValue(value, null, fieldNamed(fields, name)?.type)]),
  )
  for (const [name, value] of Object.entries(record)) {
    const field = fieldNamed(fields, name)
    if (field && !field.editable)
      problems.push(problem(at(name), String(value), common.cannotBeSetFromOutside(field.label)))
  }
  const lost = linkedItems.filter(({ found }) => !found).map(({ gsid }) => gsid)
  for (const kind of ['CTA', 'SP'] as const) {
    const gone = reading.links[kind].filter((gsid) => lost.includes(gsid))
    if (gone.length > 0) problems.push(problem(at(kind), gone.join('; '), texts.itIsNotFoundInGainsight))
  }
  const differences = [
    ...Object.entries(record).map(([field, after]) => ({ field, before: null, after })),
    ...(['CTA', 'SP'] as const).flatMap((field) =>
      reading.links[field].length > 0 ? [{ field, before: null, after: reading.links[field] }] : [],
    ),
  ]
  const waiting = key === null ? undefined : pending.get(key)
  if (waiting !== undefined) problems.push(problem(columnOfField(mapping, 'Name'), nameIn(reading) ?? '', waiting))
  if (problems.length > 0 || !parent) return { ...nothingMade, differences }
  const way = parentWay(parent.entityType, capabilities.parentById, capabilities.objects.opportunity)
  if (!way) {
    problems.push(problem(null, parent.name, texts.thisTenantDoesNotLetAn))
    return { ...nothingMade, differences }
  }
  const body: CreateGoalRequest = createGoalBody({
    parent: parentIn(way, parent),
    record: record as NewGoal,
    link: reading.links,
  })
  const fault = createGoalRequestSchema.safeParse(body).error?.issues[0]
  if (fault) problems.push(problem(at(String(fault.path.at(-1))), '', fault.message))
  const known = key === null ? [] : (there.get(key) ?? [])
  return { differences, body, before: Object.fromEntries(known.map((gsid) => [gsid, null])), notUndoable: noUndo }
}

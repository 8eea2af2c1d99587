import { updateGoalBody, type GoalEdit, type Links } from '../src/goal-write.ts'
import { readText } from '../src/rows.ts'
import { tenantRoutes } from '../src/routes.ts'
import { assume, attempt, CheckSkipped, styleOf, type Check, type CheckContext } from './check.ts'
import { gsidFilter } from './goal-sample.ts'
import { differences, readGoalState, wayBack, type GoalState } from './goal-state.ts'

type Change = { record?: GoalEdit; link?: Links; unlink?: Links }
/** Updates the goal and reads it again, or tells how the tenant refuses. */
type Update = (change: Change) => Promise<{ refused: string } | { after: GoalState }>
/** What a check does to the goal. Whatever comes of it, the goal is put back as it was before. */
type Trial = (goal: { before: GoalState; update: Update }) => Promise<string>

/** Checks that change the goal of this Gsid and put everything back. */
export function updateChecks(gsid: string): Check[] {
  const check = (name: string, trial: (context: CheckContext) => Trial): Check => ({
    name,
    needs: 'goal',
    run: (context) => onGoal(context, gsid, trial(context)),
  })
  return [
    check('update: one field changes, and nothing else', () => oneField),
    check('update: a name changes', () => aName),
    check('update: a due date is cleared', () => clearing),
    check('update: the status that it has', (context) => sameStatus(context, gsid)),
    check('update: an unknown status is refused', () => unknownStatus),
    check('update: a CTA is linked and unlinked', (context) => linking(context, 'CTA')),
    check('update: a success plan is linked and unlinked', (context) => linking(context, 'SP')),
    check('update: an empty list of CTAs', (context) => emptyList(context, gsid)),
  ]
}

async function onGoal(context: CheckContext, gsid: string, trial: Trial): Promise<string> {
  const { client, sample } = context
  const read = () => readGoalState(client, gsid, sample.firstPage)
  const before = await read()
  const putBack = async () => {
    const back = wayBack(gsid, await read(), before)
    if (back) await client.updateGoal(back)
    const left = back ? differences(before, await read()) : []
    assume(left.length === 0, `The goal could not be put back: ${left.join(', ')} differ from before.`)
  }
  const update: Update = async (change) => {
    const tried = await attempt(client.updateGoal(updateGoalBody({ gsid, ...change })))
    return 'refusal' in tried ? { refused: styleOf(context.lastAnswer()) } : { after: await read() }
  }
  const found = await trial({ before, update }).catch(async (error: unknown) => {
    await putBack()
    throw error
  })
  await putBack()
  return found
}

// A due date that was empty can only be put back where the tenant clears dates, which is yet to be found out.
const needsDueDate = 'needs a goal with a due date'

const oneField: Trial = async ({ before, update }) => {
  if (before.DueDate === null) throw new CheckSkipped(needsDueDate)
  const day = before.DueDate === '2031-03-05' ? '2031-03-06' : '2031-03-05'
  const done = await update({ record: { DueDate: day } })
  assume('after' in done, 'A due date cannot be set.')
  assume(done.after.DueDate === day, `The due date reads ${done.after.DueDate ?? 'empty'} after it was set to ${day}.`)
  const others = differences(before, done.after).filter((field) => field !== 'DueDate')
  assume(others.length === 0, `An update of the due date also changed ${others.join(', ')}.`)
  return 'set, read back, and nothing else moved'
}

const aName: Trial = async ({ before, update }) => {
  const name = `${before.Name ?? ''} (äß€ <&>)`.trim()
  const done = await update({ record: { Name: name } })
  assume('after' in done, 'A name cannot be changed.')
  return done.after.Name === name ? 'reads back as written' : `reads back as ${JSON.stringify(done.after.Name)}`
}

const clearing: Trial = async ({ before, update }) => {
  if (before.DueDate === null) throw new CheckSkipped(needsDueDate)
  const found: string[] = []
  for (const [label, empty] of [
    ['null', null],
    ["''", ''],
  ] as const) {
    const set = await update({ record: { DueDate: '2031-03-05' } })
    assume('after' in set, 'A due date cannot be set.')
    const done = await update({ record: { DueDate: empty } })
    found.push(`${label} ${'refused' in done ? 'refused' : done.after.DueDate === null ? 'clears' : 'is ignored'}`)
  }
  return found.join('; ')
}

function sameStatus({ client, sample }: CheckContext, gsid: string): Trial {
  return async ({ before, update }) => {
    const select = ['Gsid', 'StatusId__gr.Name']
    const page = { select, where: gsidFilter([gsid]), pageSize: 1, pageNumber: sample.firstPage }
    const tried = await attempt(client.fetchGoals(page))
    const name = 'data' in tried ? readText(tried.data.recordList[0]?.dataList ?? {}, 'StatusId__gr.Name') : null
    if (name === null) throw new CheckSkipped("the tenant does not tell the name of the goal's status")
    const done = await update({ record: { StatusName: name } })
    assume('after' in done, `The status ${name}, which the goal has, is refused.`)
    assume(done.after.StatusId === before.StatusId, `Writing the status ${name} gave the goal another one.`)
    return `taken by its name, ${name}`
  }
}

const unknownStatus: Trial = async ({ update }) => {
  const done = await update({ record: { StatusName: 'No such status (contract check)' } })
  assume('refused' in done, 'A status that does not exist is taken.')
  return done.refused
}

function linking(context: CheckContext, kind: 'CTA' | 'SP'): Trial {
  return async ({ before, update }) => {
    const [first, second] = await linkable(context, kind, before)
    if (!first) throw new CheckSkipped('the company of the goal has nothing that is not linked yet')
    const linked = await update({ link: { [kind]: [first] } })
    if ('refused' in linked) return `linking refused (${linked.refused})`
    if (!linked.after[kind].includes(first)) return 'linking ignored'
    const found = ['linked']
    const again = await update({ link: { [kind]: [first] } })
    found.push('refused' in again ? 'linking twice refused' : 'linking twice harmless')
    let last = first
    if (second) {
      const swapped = await update({ link: { [kind]: [second] }, unlink: { [kind]: [first] } })
      const isSwapped =
        'after' in swapped && swapped.after[kind].includes(second) && !swapped.after[kind].includes(first)
      if (isSwapped) last = second
      found.push(isSwapped ? 'both in one call' : 'not both in one call')
    }
    const unlinked = await update({ unlink: { [kind]: [last] } })
    assume('after' in unlinked && !unlinked.after[kind].includes(last), 'What was linked cannot be unlinked.')
    return [...found, 'unlinked'].join('; ')
  }
}

/** Up to two CTAs or plans of the goal's company that it is not linked to. */
async function linkable({ client }: CheckContext, kind: 'CTA' | 'SP', goal: GoalState): Promise<string[]> {
  if (goal.CompanyId === null) return []
  const condition = { fieldName: 'CompanyId', operator: 'EQ' as const, value: [goal.CompanyId], alias: 'A' }
  const page = {
    select: ['Gsid', 'Name'],
    where: { conditions: [condition], expression: 'A' },
    pageSize: 25,
    pageNumber: 1,
  }
  const tried = await attempt(kind === 'CTA' ? client.listCtas(page) : client.listSuccessPlans(page))
  const rows = 'data' in tried ? tried.data : []
  return rows
    .flatMap((row) => readText(row, 'Gsid') ?? [])
    .filter((id) => !goal[kind].includes(id))
    .slice(0, 2)
}

function emptyList(context: CheckContext, gsid: string): Trial {
  return async ({ before }) => {
    // Past the client, which never sends such a thing.
    const body = JSON.stringify({
      requests: [{ record: { Gsid: gsid, Name: before.Name }, dissociation: { CTA: [] } }],
    })
    const { method, path } = tenantRoutes.updateGoal
    const answer = await context.send({ method, path, body })
    return answer.status < 300 && !answer.text.includes('"result":false') ? 'tolerated' : `refused (${styleOf(answer)})`
  }
}

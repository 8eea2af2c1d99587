import type { Links } from '../src/goal-parts.ts'
import { updateGoalBody, type GoalEdit } from '../src/goal-update.ts'
import type { GainsightError } from '../src/error.ts'
import { readText } from '../src/rows.ts'
import { tenantRoutes } from '../src/routes.ts'
import {
  assume,
  attempt,
  attemptWrite,
  CheckSkipped,
  isSuccess,
  styleOf,
  type Check,
  type CheckContext,
} from './check.ts'
import { differences, readGoalState, statusNameOf, wayBack, type GoalState } from './goal-state.ts'

type Change = { record?: GoalEdit; link?: Links; unlink?: Links }
/** Updates the goal and reads it again; `refusal` is how the tenant refused, null when it did not. */
type Update = (change: Change) => Promise<{ refusal: GainsightError | null; style: string; after: GoalState }>
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
  const before = await readGoalState(context, gsid)
  const update: Update = async (change) => {
    const tried = await attemptWrite(context.client.updateGoal(updateGoalBody({ gsid, ...change })))
    const style = styleOf(context.lastAnswer())
    return { refusal: 'refusal' in tried ? tried.refusal : null, style, after: await readGoalState(context, gsid) }
  }
  const found = await trial({ before, update }).catch(async (error: unknown) => {
    await putBack(context, gsid, before)
    throw error
  })
  await putBack(context, gsid, before)
  return found
}

async function putBack(context: CheckContext, gsid: string, before: GoalState): Promise<void> {
  try {
    const back = wayBack(gsid, await readGoalState(context, gsid), before)
    if (back) await context.client.updateGoal(back)
    const left = back ? differences(before, await readGoalState(context, gsid)) : []
    assume(left.length === 0, `${left.join(', ')} differ.`)
  } catch (error) {
    throw new Error(`The goal may not be as it was before: ${(error as Error).message}`, { cause: error })
  }
}

// A due date that was empty can only be put back where the tenant clears dates, which is yet to be found out.
const needsDueDate = 'needs a goal with a due date'
const day = '2031-03-05'

const oneField: Trial = async ({ before, update }) => {
  if (before.DueDate === null) throw new CheckSkipped(needsDueDate)
  const { refusal, style, after } = await update({ record: { DueDate: day } })
  assume(!refusal, `A due date cannot be set: ${style}.`)
  assume(after.DueDate === day, `The due date reads ${after.DueDate ?? 'empty'} after it was set to ${day}.`)
  const others = differences(before, after).filter((field) => field !== 'DueDate')
  assume(others.length === 0, `An update of the due date also changed ${others.join(', ')}.`)
  return 'set, read back, and nothing else moved'
}

const aName: Trial = async ({ before, update }) => {
  const name = `${before.Name ?? ''} (äß€ <&>)`.trim()
  const { refusal, style, after } = await update({ record: { Name: name } })
  assume(!refusal, `A name cannot be changed: ${style}.`)
  return after.Name === name ? 'reads back as written' : `reads back as ${JSON.stringify(after.Name)}`
}

const clearing: Trial = async ({ before, update }) => {
  if (before.DueDate === null) throw new CheckSkipped(needsDueDate)
  const found: string[] = []
  for (const empty of [null, '']) {
    await update({ record: { DueDate: day } })
    const { refusal, style, after } = await update({ record: { DueDate: empty } })
    const effect = refusal ? `refused (${style})` : after.DueDate === null ? 'clears' : 'is ignored'
    found.push(`${empty === null ? 'null' : 'empty text'} ${effect}`)
  }
  return found.join('; ')
}

function sameStatus(context: CheckContext, gsid: string): Trial {
  return async ({ before, update }) => {
    const name = await statusNameOf(context, gsid)
    if (name === null) throw new CheckSkipped("the tenant does not tell the name of the goal's status")
    const { refusal, style, after } = await update({ record: { StatusName: name } })
    assume(!refusal, `The status ${name}, which the goal has, is refused: ${style}.`)
    assume(after.StatusId === before.StatusId, `Writing the status ${name} gave the goal another one.`)
    return `taken by its name, ${name}`
  }
}

const unknownStatus: Trial = async ({ before, update }) => {
  const { refusal, style, after } = await update({ record: { StatusName: 'No such status (contract check)' } })
  assume(after.StatusId === before.StatusId, 'An unknown status gave the goal another one.')
  assume(refusal, 'A status that does not exist is taken.')
  assume(refusal.kind === 'refused', `The refusal is not known as one: ${style}.`)
  return style
}

function linking(context: CheckContext, kind: 'CTA' | 'SP'): Trial {
  return async ({ before, update }) => {
    const [first, second] = await linkable(context, kind, before)
    if (!first) throw new CheckSkipped('the company of the goal has nothing that is not linked yet')
    const linked = await update({ link: { [kind]: [first] } })
    if (linked.refusal) return `linking refused (${linked.style})`
    if (!linked.after[kind].includes(first)) return 'linking ignored'
    const found = ['linked']
    const again = await update({ link: { [kind]: [first] } })
    found.push(again.refusal ? `linking twice refused (${again.style})` : 'linking twice harmless')
    let last = first
    if (second) {
      const swapped = await update({ link: { [kind]: [second] }, unlink: { [kind]: [first] } })
      const isSwapped = swapped.after[kind].includes(second) && !swapped.after[kind].includes(first)
      if (isSwapped) last = second
      found.push(isSwapped ? 'both in one call' : `not both in one call (${swapped.style})`)
    }
    const unlinked = await update({ unlink: { [kind]: [last] } })
    assume(!unlinked.after[kind].includes(last), `What was linked cannot be unlinked: ${unlinked.style}.`)
    return [...found, 'unlinked'].join('; ')
  }
}

/** Up to two CTAs or plans of the goal's company that it is not linked to. */
async function linkable({ client }: CheckContext, kind: 'CTA' | 'SP', goal: GoalState): Promise<string[]> {
  if (goal.CompanyId === null) return []
  const condition = { fieldName: 'CompanyId', operator: 'EQ' as const, value: [goal.CompanyId], alias: 'A' }
  const where = { conditions: [condition], expression: 'A' }
  const page = { select: ['Gsid', 'Name'], where, pageSize: 25, pageNumber: 1 }
  const tried = await attempt(kind === 'CTA' ? client.listCtas(page) : client.listSuccessPlans(page))
  const gsids = 'data' in tried ? tried.data.flatMap((row) => readText(row, 'Gsid') ?? []) : []
  return gsids.filter((gsid) => !goal[kind].includes(gsid)).slice(0, 2)
}

function emptyList(context: CheckContext, gsid: string): Trial {
  return async ({ before }) => {
    // Past the client, which never sends such a thing.
    const record = { Gsid: gsid, Name: before.Name }
    const { method, path } = tenantRoutes.updateGoal
    const body = JSON.stringify({ requests: [{ record, dissociation: { CTA: [] } }] })
    const answer = await context.send({ method, path, body })
    return isSuccess(answer) ? 'tolerated' : `refused (${styleOf(answer)})`
  }
}

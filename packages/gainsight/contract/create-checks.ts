import type { FetchGoalsRequest } from '../src/goals.ts'
import { createGoalBody, type GoalParent, type NewGoal } from '../src/goal-create.ts'
import { tenantRoutes } from '../src/routes.ts'
import { assume, attemptWrite, CheckSkipped, isSuccess, styleOf, type Check, type CheckContext } from './check.ts'
import { readGoalState, statusNameOf } from './goal-state.ts'

/** A goal whose name no other has, so that it can be found again. */
async function newGoal(context: CheckContext): Promise<NewGoal> {
  const seen = context.sample.entries[0]?.dataList.Gsid
  // The status in the documented samples is the last resort.
  const StatusName = (seen && (await statusNameOf(context, seen))) || 'New'
  return { Name: `Contract check of ${new Date().toISOString()} (to be deleted)`, StatusName, DueDate: '2031-03-05' }
}

function companyOf({ sample }: CheckContext): string {
  const company = sample.entries.find((entry) => entry.dataList.CompanyId)?.dataList.CompanyId
  if (!company) throw new CheckSkipped('needs a company, which is taken from the goals there are')
  return company
}

const nobody = (gsid: string) => `${gsid.slice(0, 18)}${'0'.repeat(18)}`

/** Tries to create a goal, and where the tenant refuses makes sure that there is none. */
async function tryToCreate(
  context: CheckContext,
  parent: GoalParent,
  record: NewGoal,
): Promise<{ gsid: string } | { refused: string }> {
  const tried = await attemptWrite(context.client.createGoal(createGoalBody({ parent, record })))
  if ('data' in tried) return { gsid: tried.data.goal.Gsid }
  const where: FetchGoalsRequest['where'] = {
    conditions: [{ fieldName: 'Name', operator: 'EQ', value: [record.Name], alias: 'A' }],
    expression: 'A',
  }
  const page = { select: ['Gsid'], where, pageSize: 1, pageNumber: context.sample.firstPage }
  const refused = styleOf(context.lastAnswer())
  const { recordList } = await context.client.fetchGoals(page)
  assume(recordList.length === 0, `A goal was created although the answer was ${refused}.`)
  return { refused }
}

/** A check that a goal of this parent is created as asked, or refused. */
function creation(name: string, parentOf: (company: string) => GoalParent): Check {
  return {
    name,
    needs: 'create',
    async run(context) {
      const parent = parentOf(companyOf(context))
      const record = await newGoal(context)
      const tried = await tryToCreate(context, parent, record)
      if ('refused' in tried) return `refused (${tried.refused})`
      const { gsid } = tried
      const stored = await readGoalState(context, gsid)
      assume(stored.CompanyId === parent.gsid, `The goal ${gsid} was created in another company.`)
      assume(stored.Name === record.Name, `The goal ${gsid} has another name: ${JSON.stringify(stored.Name)}.`)
      assume(stored.DueDate === record.DueDate, `The goal ${gsid} has another due date: ${stored.DueDate ?? 'none'}.`)
      return `created ${gsid}, which only Gainsight's own screens can delete`
    },
  }
}

/** A check that a goal which cannot be is not created. */
function refusedCreation(name: string, spoil: (company: string, goal: NewGoal) => [GoalParent, NewGoal]): Check {
  return {
    name,
    needs: 'create',
    async run(context) {
      const [parent, record] = spoil(companyOf(context), await newGoal(context))
      const tried = await tryToCreate(context, parent, record)
      assume('refused' in tried, 'The goal was created.')
      return tried.refused
    },
  }
}

const byLookup = (gsid: string): GoalParent => ({
  entityType: 'COMPANY',
  gsid,
  sentAs: 'lookup',
  objectName: 'company',
})

const unknownGsid: Check = {
  // Among the creates, because nobody has documented that such an update creates nothing.
  name: 'update: a goal that does not exist',
  needs: 'create',
  async run(context) {
    const gsid = context.sample.entries[0]?.dataList.Gsid
    if (!gsid) throw new CheckSkipped('needs the key prefix of a goal')
    const record = { Gsid: nobody(gsid), Name: 'Contract check (to be deleted)' }
    const { method, path } = tenantRoutes.updateGoal
    const answer = await context.send({ method, path, body: JSON.stringify({ requests: [{ record }] }) })
    assume(!isSuccess(answer), 'The update of a goal that does not exist is answered with a success.')
    return styleOf(answer)
  },
}

/** Checks that create goals, or try to. The API cannot delete them. */
export const createChecks: Check[] = [
  creation('create: the company by its Gsid', (gsid) => ({ entityType: 'COMPANY', gsid, sentAs: 'id' })),
  creation('create: the company by a lookup on its Gsid', byLookup),
  refusedCreation('create: a lookup that matches nothing', (company, goal) => [byLookup(nobody(company)), goal]),
  refusedCreation('create: a status that does not exist', (company, goal) => [
    byLookup(company),
    { ...goal, StatusName: 'No such status (contract check)' },
  ]),
  unknownGsid,
]

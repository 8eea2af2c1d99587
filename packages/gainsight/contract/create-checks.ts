import { createGoalBody, type GoalParent, type NewGoal } from '../src/goal-write.ts'
import { readText } from '../src/rows.ts'
import { tenantRoutes } from '../src/routes.ts'
import { assume, attempt, CheckSkipped, styleOf, type Check, type CheckContext } from './check.ts'
import { gsidFilter } from './goal-sample.ts'
import { readGoalState } from './goal-state.ts'

const newGoal = async (context: CheckContext): Promise<NewGoal> => ({
  Name: `Contract check of ${new Date().toISOString().slice(0, 16)} (to be deleted)`,
  StatusName: await statusName(context),
  DueDate: '2031-03-05',
})

/** The name of a status that goals have. The samples' own is the last resort. */
async function statusName({ client, sample }: CheckContext): Promise<string> {
  const gsid = sample.entries[0]?.dataList.Gsid ?? ''
  const page = {
    select: ['Gsid', 'StatusId__gr.Name'],
    where: gsidFilter([gsid]),
    pageSize: 1,
    pageNumber: sample.firstPage,
  }
  const tried = await attempt(client.fetchGoals(page))
  return ('data' in tried && readText(tried.data.recordList[0]?.dataList ?? {}, 'StatusId__gr.Name')) || 'New'
}

function companyOf({ sample }: CheckContext): string {
  const company = sample.entries.find((entry) => entry.dataList.CompanyId)?.dataList.CompanyId
  if (!company) throw new CheckSkipped('needs a company, which is taken from the goals there are')
  return company
}

/** Creates a goal of this parent and compares what the tenant stored. */
async function create(context: CheckContext, parent: GoalParent): Promise<string> {
  const record = await newGoal(context)
  const tried = await attempt(context.client.createGoal(createGoalBody({ parent, record })))
  if ('refusal' in tried) return `refused (${styleOf(context.lastAnswer())})`
  const { goal } = tried.data
  const stored = await readGoalState(context.client, goal.Gsid, context.sample.firstPage)
  assume(
    stored.CompanyId === parent.gsid,
    `The goal ${goal.Gsid} was created in another company, ${stored.CompanyId ?? 'none'}.`,
  )
  assume(stored.Name === record.Name, `The goal ${goal.Gsid} has another name: ${JSON.stringify(stored.Name)}.`)
  assume(stored.DueDate === record.DueDate, `The goal ${goal.Gsid} has another due date: ${stored.DueDate ?? 'none'}.`)
  return `created ${goal.Gsid}, which can be deleted in Gainsight only`
}

const byId: Check = {
  name: 'create: the company by its Gsid',
  needs: 'create',
  run: (context) => create(context, { entityType: 'COMPANY', gsid: companyOf(context), sentAs: 'id' }),
}

const byLookup: Check = {
  name: 'create: the company by a lookup on its Gsid',
  needs: 'create',
  run: (context) =>
    create(context, { entityType: 'COMPANY', gsid: companyOf(context), sentAs: 'lookup', objectName: 'company' }),
}

const noMatch: Check = {
  name: 'create: a lookup that matches nothing is refused',
  needs: 'create',
  async run(context) {
    const nobody = `${companyOf(context).slice(0, 18)}${'0'.repeat(18)}`
    const parent: GoalParent = { entityType: 'COMPANY', gsid: nobody, sentAs: 'lookup', objectName: 'company' }
    const tried = await attempt(context.client.createGoal(createGoalBody({ parent, record: await newGoal(context) })))
    assume('refusal' in tried, 'A goal of a company that does not exist was created.')
    return styleOf(context.lastAnswer())
  },
}

const unknownStatus: Check = {
  name: 'create: an unknown status is refused',
  needs: 'create',
  async run(context) {
    const record = { ...(await newGoal(context)), StatusName: 'No such status (contract check)' }
    const parent: GoalParent = {
      entityType: 'COMPANY',
      gsid: companyOf(context),
      sentAs: 'lookup',
      objectName: 'company',
    }
    const tried = await attempt(context.client.createGoal(createGoalBody({ parent, record })))
    assume('refusal' in tried, 'A goal with a status that does not exist was created.')
    return styleOf(context.lastAnswer())
  },
}

const unknownGsid: Check = {
  // Among the creates, because nobody has documented that such an update creates nothing.
  name: 'update: a goal that does not exist',
  needs: 'create',
  async run(context) {
    const gsid = context.sample.entries[0]?.dataList.Gsid
    if (!gsid) throw new CheckSkipped('needs the key prefix of a goal')
    const record = { Gsid: `${gsid.slice(0, 18)}${'0'.repeat(18)}`, Name: 'Contract check (to be deleted)' }
    const { method, path } = tenantRoutes.updateGoal
    const answer = await context.send({ method, path, body: JSON.stringify({ requests: [{ record }] }) })
    assume(
      !answer.text.includes('"result":true'),
      'The update of a goal that does not exist is answered with a success.',
    )
    return styleOf(answer)
  },
}

/** Checks that create goals. The API cannot delete them. */
export const createChecks: Check[] = [byId, byLookup, noMatch, unknownStatus, unknownGsid]

import { isGsid, keyPrefixOf } from '../src/gsid.ts'
import { describeObjectsBody, type TenantObject } from '../src/objects.ts'
import { readField, readText, type Row } from '../src/rows.ts'
import { assume, attempt, counted, styleOf, type Check, type CheckContext } from './check.ts'

// Goalkeeper works without any of these look-ups, so that a refusal is a finding and only an answer that makes no sense is a failure.

/** What a look-up found, or how the tenant refuses it. */
async function lookUp<Data>(
  context: CheckContext,
  call: Promise<Data>,
  found: (data: Data) => string,
): Promise<string> {
  const tried = await attempt(call)
  return 'data' in tried ? found(tried.data) : `not offered (${styleOf(context.lastAnswer())})`
}

function rowsFound(context: CheckContext, rows: Row[], named: string[]): string {
  const records = rows.filter((row) => isGsid(readText(row, 'Gsid')))
  assume(records.length === rows.length, 'Some records have no Gsid.')
  const shape = /"data"\s*:\s*\[/.test(context.lastAnswer().text) ? 'an array' : '{records}'
  const given = named.filter((field) => rows.some((row) => readField(row, field) != null))
  return `${counted(rows.length, 'record')} in ${shape}; with ${given.join(', ') || 'none of the names'}`
}

const goalFilter = (context: CheckContext) => {
  const companyId = context.sample.entries[0]?.dataList.CompanyId
  if (!companyId) return {}
  const condition = { fieldName: 'CompanyId', operator: 'EQ' as const, value: [companyId], alias: 'A' }
  return { where: { conditions: [condition], expression: 'A' } }
}

const cockpitFields = ['Name', 'CompanyId', 'DueDate', 'OwnerId__gr.Name', 'StatusId__gr.Name', 'TypeId__gr.Name']
const ctas: Check = {
  name: 'CTAs of a company',
  needs: 'read',
  run: (context) =>
    lookUp(
      context,
      context.client.listCtas({
        select: ['Gsid', ...cockpitFields, 'IsClosed'],
        pageSize: 25,
        pageNumber: 1,
        ...goalFilter(context),
      }),
      (rows) => rowsFound(context, rows, cockpitFields),
    ),
}

const planFields = [
  'Name',
  'CompanyId',
  'DueDate',
  'OwnerId__gr.Name',
  'StatusId__gr.Name',
  'SuccessPlanTypeId__gr.Name',
]
const plans: Check = {
  name: 'success plans of a company',
  needs: 'read',
  run: (context) =>
    lookUp(
      context,
      context.client.listSuccessPlans({
        select: ['Gsid', 'Name'],
        pageSize: 25,
        pageNumber: 1,
        ...goalFilter(context),
      }),
      (rows) => rowsFound(context, rows, planFields),
    ),
}

const objects: Check = {
  name: 'the object list knows the goal object',
  needs: 'read',
  run: (context) =>
    lookUp(context, context.client.listObjects(null), (known) => {
      const goal = goalObjectIn(context, known)
      return `${counted(known.length, 'object')}; goals: ${goal ? `${goal.objectName} (“${goal.label ?? ''}”)` : 'not among them'}`
    }),
}

function goalObjectIn({ sample }: CheckContext, known: TenantObject[]): TenantObject | undefined {
  const prefix = keyPrefixOf(sample.entries[0]?.dataList.Gsid ?? '')
  return (
    known.find((object) => prefix !== '' && object.keyPrefix === prefix) ??
    known.find((object) => /customer goals?$/i.test(object.label ?? ''))
  )
}

const descriptions: Check = {
  name: 'the goal object is described with its statuses',
  needs: 'read',
  async run(context) {
    const listed = await attempt(context.client.listObjects(null))
    const goal = 'data' in listed ? goalObjectIn(context, listed.data) : undefined
    const object = goal?.objectName ?? 'customer_goal'
    const ways = {
      'by POST': () => context.client.describeObjects(describeObjectsBody([object])),
      'by GET': () => context.client.describeObject(null, { params: { object } }),
      'by the older GET': () => context.client.describeObjectLegacy(null, { params: { object } }),
    }
    const found: string[] = []
    for (const [way, describe] of Object.entries(ways)) {
      const outcome = await lookUp(context, describe(), ([described]) => {
        const status = described?.fields.find((field) => field.fieldName === 'StatusId')
        return `${counted(described?.fields.length ?? 0, 'field')}, ${counted(status?.options?.length ?? 0, 'status option')}`
      })
      found.push(`${way}: ${outcome}`)
    }
    return found.join('; ')
  },
}

/** A check that an object can be queried: one page, and one record again by its Gsid. */
function objectQuery(object: string, fields: string[]): Check {
  return {
    name: `object query: ${object}`,
    needs: 'read',
    run: (context) =>
      lookUp(
        context,
        context.client.queryObject({ select: ['Gsid', ...fields], limit: 5, offset: 0 }, { params: { object } }),
        (rows) => rowsFound(context, rows, fields),
      ),
  }
}

const byGsid: Check = {
  name: 'object query: companies by Gsid',
  needs: 'read',
  run(context) {
    const ids = [...new Set(context.sample.entries.flatMap((entry) => entry.dataList.CompanyId ?? []))].slice(0, 20)
    const where = { conditions: [{ name: 'Gsid', operator: 'IN' as const, value: ids, alias: 'A' }], expression: 'A' }
    const call = context.client.queryObject(
      { select: ['Gsid', 'Name'], where, limit: 100, offset: 0 },
      { params: { object: 'company' } },
    )
    return lookUp(context, call, (rows) => {
      assume(
        rows.every((row) => ids.includes(readText(row, 'Gsid') ?? '')),
        'IN on Gsid gives records that were not asked for.',
      )
      return `${rows.length} of ${ids.length} found`
    })
  },
}

const statuses: Check = {
  name: 'object query: statuses among the picklist items',
  needs: 'read',
  run(context) {
    const ids = [...new Set(context.sample.entries.flatMap((entry) => entry.dataList.StatusId ?? []))]
    const where = { conditions: [{ name: 'Gsid', operator: 'IN' as const, value: ids, alias: 'A' }], expression: 'A' }
    const call = context.client.queryObject(
      { select: ['Gsid', 'Name'], where, limit: 100, offset: 0 },
      { params: { object: 'da_picklist' } },
    )
    return lookUp(context, call, (rows) => `${rows.length} of ${ids.length} found`)
  },
}

const users: Check = {
  name: 'the user list',
  needs: 'read',
  run: (context) =>
    lookUp(context, context.client.listUsers({ select: ['Gsid', 'Name'], limit: 5, page: 0 }), (rows) =>
      rowsFound(context, rows, ['Name']),
    ),
}

export const lookupChecks: Check[] = [
  ctas,
  plans,
  objects,
  descriptions,
  objectQuery('company', ['Name', 'Csm__gr.Name', 'Arr', 'RenewalDate', 'Stage']),
  byGsid,
  objectQuery('relationship', ['Name', 'CompanyId']),
  objectQuery('gsuser', ['Name', 'Email']),
  objectQuery('call_to_action', ['Name', 'CompanyId']),
  objectQuery('cta_group', ['Name', 'CompanyId']),
  statuses,
  users,
]

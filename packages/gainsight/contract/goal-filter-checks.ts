import { readInstant } from '../src/dates.ts'
import type { WhereOperator } from '../src/where.ts'
import { assume, attempt, counted, type Check } from './check.ts'
import { gsidsOf, pageOf, sampled } from './goal-pages.ts'
import { gsidFilter, type Where } from './goal-sample.ts'

const equality: Check = {
  name: 'EQ finds a goal by Gsid and by name',
  needs: 'read',
  async run(context) {
    const record = sampled(context)[0]?.dataList
    const gsid = record?.Gsid ?? ''
    const byGsid = gsidsOf(await pageOf(context, { size: 10, where: gsidFilter([gsid]) }))
    assume(
      byGsid.length === 1 && byGsid[0] === gsid,
      `EQ on Gsid gave ${counted(byGsid.length, 'goal')} in place of the one.`,
    )
    const name = record?.Name ?? ''
    const byName = await pageOf(context, {
      select: ['Gsid', 'Name'],
      size: 100,
      where: condition('Name', 'EQ', [name]),
    })
    assume(
      gsidsOf(byName).includes(gsid) || byName.recordList.length === 100,
      'EQ on Name does not find the goal of that name.',
    )
    const others = byName.recordList.filter((entry) => entry.dataList.Name !== name)
    assume(
      others.every((entry) => sameButCase(entry.dataList.Name, name)),
      'EQ on Name finds goals of other names.',
    )
    return `one by Gsid, ${byName.recordList.length} by name${others.length > 0 ? ', whatever their case' : ''}`
  },
}

const sameButCase = (left: unknown, right: string) =>
  typeof left === 'string' && left.trim().toLowerCase() === right.trim().toLowerCase()

const operators: Check = {
  name: 'operators other than EQ',
  needs: 'read',
  async run(context) {
    const { CompanyId, Name, CreatedDate, ModifiedDate, Gsid } = sampled(context, 2)[0]?.dataList ?? {}
    const other = context.sample.entries[1]?.dataList.Gsid ?? ''
    const gsid = Gsid ?? ''
    const modified = readInstant(ModifiedDate ?? CreatedDate)
    const trials: { label: string; where: Where; fits: (found: string[]) => boolean }[] = [
      { label: 'IN', where: gsidFilter([gsid, other]), fits: (found) => sameSet(found, [gsid, other]) },
      { label: 'NE', where: both(gsid, 'NE', [gsid]), fits: (found) => found.length === 0 },
      {
        label: 'CONTAINS',
        where: both(gsid, 'CONTAINS', [Name ?? ''], 'Name'),
        fits: (found) => sameSet(found, [gsid]),
      },
      { label: 'IS_NULL', where: both(gsid, 'IS_NULL', [], 'Name'), fits: (found) => found.length === 0 },
      { label: 'IS_NOT_NULL', where: both(gsid, 'IS_NOT_NULL', [], 'Name'), fits: (found) => sameSet(found, [gsid]) },
      {
        label: 'CompanyId EQ',
        where: both(gsid, 'EQ', [CompanyId ?? ''], 'CompanyId'),
        fits: (found) => sameSet(found, [gsid]),
      },
    ]
    if (modified !== null) {
      for (const [form, past, future] of instantForms(modified)) {
        const after = (value: string | number) => both(gsid, 'GTE', [value], 'ModifiedDate')
        trials.push({ label: `ModifiedDate GTE ${form}`, where: after(past), fits: (found) => sameSet(found, [gsid]) })
        trials.push({
          label: `ModifiedDate GTE ${form}, later`,
          where: after(future),
          fits: (found) => found.length === 0,
        })
      }
    }
    const found: string[] = []
    for (const { label, where, fits } of trials) {
      const tried = await attempt(pageOf(context, { size: 10, where }))
      found.push(
        `${label} ${'refusal' in tried ? 'refused' : fits(gsidsOf(tried.data)) ? 'yes' : 'does not filter right'}`,
      )
    }
    return found.join('; ')
  },
}

/** An instant a day before and one a day after, in the forms that the sister APIs take (reference 5.1). */
function instantForms(instant: number): [string, string | number, string | number][] {
  const [past, future] = [new Date(instant - 86_400_000), new Date(instant + 86_400_000)]
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return [
    ['epoch', past.getTime(), future.getTime()],
    ['ISO', past.toISOString(), future.toISOString()],
    ['day', day(past), day(future)],
  ]
}

const expressions: Check = {
  name: 'expressions',
  needs: 'read',
  async run(context) {
    const gsid = sampled(context)[0]?.dataList.Gsid ?? ''
    const conditions = ['A', 'B', 'C'].map((alias) => ({
      fieldName: 'Gsid',
      operator: 'EQ' as const,
      value: [gsid],
      alias,
    }))
    const found: string[] = []
    for (const expression of ['A AND B', 'A OR B', 'A AND B AND C', 'A AND B OR C', '(A OR B) AND C']) {
      const used = conditions.slice(0, expression.includes('C') ? 3 : 2)
      const tried = await attempt(pageOf(context, { size: 10, where: { conditions: used, expression } }))
      const isRight = 'data' in tried && sameSet(gsidsOf(tried.data), [gsid])
      found.push(`${expression} ${isRight ? 'yes' : 'data' in tried ? 'does not filter right' : 'refused'}`)
    }
    return found.join('; ')
  },
}

function condition(fieldName: string, operator: WhereOperator, value: (string | number)[]): Where {
  return { conditions: [{ fieldName, operator, value, alias: 'A' }], expression: 'A' }
}

/** The condition on one goal only, so that what comes back is it or nothing. */
function both(gsid: string, operator: WhereOperator, value: (string | number)[], fieldName = 'Gsid'): Where {
  return {
    conditions: [
      { fieldName: 'Gsid', operator: 'EQ', value: [gsid], alias: 'A' },
      { fieldName, operator, value, alias: 'B' },
    ],
    expression: 'A AND B',
  }
}

function sameSet(left: string[], right: string[]): boolean {
  return left.length === right.length && left.every((each) => right.includes(each))
}

export const goalFilterChecks: Check[] = [equality, operators, expressions]

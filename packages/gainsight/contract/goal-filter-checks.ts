import { readInstant } from '../src/dates.ts'
import type { GoalEntry } from '../src/goals.ts'
import type { WhereOperator } from '../src/where.ts'
import { assume, attempt, counted, type Attempt, type Check } from './check.ts'
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
    const [goal, other] = sampled(context, 2).map((entry) => entry.dataList)
    const gsid = goal?.Gsid ?? ''
    const pair = [gsid, other?.Gsid ?? '']
    // Each with the goals that it has to find.
    const trials: [label: string, where: Where, found: string[]][] = [
      ['IN', gsidFilter(pair), pair],
      ['NE', both(gsid, 'NE', [gsid]), []],
      ['CONTAINS', both(gsid, 'CONTAINS', [goal?.Name ?? ''], 'Name'), [gsid]],
      ['IS_NULL', both(gsid, 'IS_NULL', [], 'Name'), []],
      ['IS_NOT_NULL', both(gsid, 'IS_NOT_NULL', [], 'Name'), [gsid]],
      ['CompanyId EQ', both(gsid, 'EQ', [goal?.CompanyId ?? ''], 'CompanyId'), [gsid]],
    ]
    for (const [form, past, future] of instantForms(readInstant(goal?.ModifiedDate))) {
      trials.push([`ModifiedDate GTE earlier ${form}`, both(gsid, 'GTE', [past], 'ModifiedDate'), [gsid]])
      trials.push([`ModifiedDate GTE later ${form}`, both(gsid, 'GTE', [future], 'ModifiedDate'), []])
    }
    const findings: string[] = []
    for (const [label, where, found] of trials) {
      findings.push(`${label} ${verdict(await attempt(pageOf(context, { size: 10, where })), found)}`)
    }
    return findings.join('; ')
  },
}

function verdict(tried: Attempt<{ recordList: GoalEntry[] }>, found: string[]): string {
  if ('refusal' in tried) return 'refused'
  const given = gsidsOf(tried.data)
  const isRight = given.length === found.length && given.every((gsid) => found.includes(gsid))
  return isRight ? 'yes' : 'does not filter right'
}

/** A day before and a day after an instant, in the forms that the sister APIs take (reference 5.1). */
function instantForms(instant: number | null): [form: string, past: string | number, future: string | number][] {
  if (instant === null) return []
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
    const [first = '', second = ''] = sampled(context, 2).map((entry) => entry.dataList.Gsid ?? '')
    const gsidOf: Record<string, string> = { A: first, B: second, C: first }
    const trials: [expression: string, found: string[]][] = [
      ['A AND B', []],
      ['A OR B', [first, second]],
      ['A AND B AND C', []],
      ['A AND B OR C', [first]],
      ['(A OR B) AND C', [first]],
    ]
    const findings: string[] = []
    for (const [expression, found] of trials) {
      const conditions = (expression.match(/\b[ABC]\b/g) ?? []).map((alias) => ({
        fieldName: 'Gsid',
        operator: 'EQ' as const,
        value: [gsidOf[alias] ?? ''],
        alias,
      }))
      const tried = await attempt(pageOf(context, { size: 10, where: { conditions, expression } }))
      findings.push(`${expression} ${verdict(tried, found)}`)
    }
    return findings.join('; ')
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

export const goalFilterChecks: Check[] = [equality, operators, expressions]

import * as texts from '@goalkeeper/texts/server/gateway'
import { GainsightError } from '@goalkeeper/gainsight/error'
import { associatedIds, type FetchGoalsRequest } from '@goalkeeper/gainsight/goals'
import { readText } from '@goalkeeper/gainsight/rows'
import type { FieldValue } from '@goalkeeper/contract/goals'
import type { Gateway, ParentRef, ReadOptions, TenantFacts } from './gateway.ts'
import type { Candidate } from './verdict.ts'
import type { CreateParent } from './write-body.ts'

type Asking = Pick<ReadOptions, 'lane' | 'actor' | 'session' | 'signal'>
type Read = Gateway['read']

/** More pages of one name than this are taken for a tenant that pages in a circle. */
const mostPages = 50

/** Reads all goals that a create may have become: complete, or it throws. */
export function createGoalSearch(read: Read, facts: () => TenantFacts) {
  async function goalsWhere(
    conditions: { fieldName: string; value: string }[],
    select: string[],
    asking: Asking,
  ): Promise<Candidate[]> {
    const { pageBase, pageMaximum: pageSize } = facts()
    const aliases = conditions.map((_, index) => String.fromCharCode(65 + index))
    const where: FetchGoalsRequest['where'] = {
      conditions: conditions.map(({ fieldName, value }, index) => ({
        fieldName,
        value: [value],
        alias: aliases[index] ?? '',
        operator: 'EQ',
      })),
      expression: aliases.join(' AND '),
    }
    const found = new Map<string, Candidate>()
    for (let page = 0; page < mostPages; page++) {
      const { recordList } = await read('fetchGoals', { select, where, pageSize, pageNumber: pageBase + page }, asking)
      for (const entry of recordList) {
        const gsid = readText(entry.dataList, 'Gsid')
        const fields = entry.dataList as Record<string, FieldValue>
        if (gsid) found.set(gsid, { gsid, version: { fields, ...associatedIds(entry) } })
      }
      // A page that is shorter than its size is the last, whatever the order.
      if (recordList.length < pageSize) return [...found.values()]
    }
    throw new GainsightError(texts.gainsightHasTooManyGoalsOf, {
      kind: 'broken',
      outcome: 'retry',
    })
  }

  /** Gsids of the records that a lookup finds; null when the tenant does not answer such a question. */
  async function parentsOf(parent: CreateParent & { by: 'lookup' }, asking: Asking): Promise<string[] | null> {
    const conditions = Object.entries(parent.match).map(([name, value], index) => ({
      name,
      value: [value],
      alias: String.fromCharCode(65 + index),
      operator: 'EQ' as const,
    }))
    const where = { conditions, expression: conditions.map(({ alias }) => alias).join(' AND ') }
    const request = { select: [parent.lookupField], where, limit: 1000, offset: 0 }
    try {
      const rows = await read('queryObject', request, { ...asking, params: { object: parent.objectName } })
      return rows.map((row) => readText(row, parent.lookupField)).filter((gsid) => gsid !== null)
    } catch (error) {
      if (error instanceof GainsightError && error.kind === 'refused') return null
      throw error
    }
  }

  return {
    /** Goals of exactly this name and parent; of any parent when it is null. */
    async named(name: string, parent: ParentRef | null, asking: Asking): Promise<Candidate[]> {
      const conditions = [{ fieldName: 'Name', value: name }]
      if (parent) conditions.push({ fieldName: parent.field, value: parent.gsid })
      const select = ['Gsid', 'Name', 'DueDate', 'CompanyId', 'RelationshipId', 'OpportunityId']
      const goals = await goalsWhere(conditions, select, asking)
      return goals.filter(({ version }) => String(version.fields['Name']).trim() === name.trim())
    },

    /** Goals that carry a text in a field; null when the tenant does not filter by it. */
    async stampedWith(field: string, id: string, asking: Asking): Promise<Candidate[] | null> {
      try {
        return await goalsWhere([{ fieldName: field, value: id }], ['Gsid', 'Name', 'DueDate', field], asking)
      } catch (error) {
        if (error instanceof GainsightError && error.kind === 'refused') return null
        throw error
      }
    },

    parentsOf,
  }
}

export type GoalSearch = ReturnType<typeof createGoalSearch>

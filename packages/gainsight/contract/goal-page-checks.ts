import { isCalendarDate, readInstant } from '../src/dates.ts'
import { associatedIds, type GoalEntry } from '../src/goals.ts'
import { isGsid, keyPrefixOf } from '../src/gsid.ts'
import { readText } from '../src/rows.ts'
import { assume, attempt, CheckSkipped, counted, styleOf, type Check } from './check.ts'
import { gsidsOf, pageOf, sampled } from './goal-pages.ts'

const listing: Check = {
  name: 'goals are listed',
  needs: 'read',
  async run({ sample }) {
    const from = `pages count from ${sample.firstPage}`
    const filter = sample.where ? `needs a filter (${sample.where.conditions[0]?.fieldName})` : 'needs no filter'
    return `${counted(sample.entries.length, 'goal')} on a page of ${sample.pageSize}, ${from}, ${filter}; fields: ${list(sample.select)}`
  },
}

const shape: Check = {
  name: 'goals have Gsids, calendar dates and instants',
  needs: 'read',
  async run(context) {
    const records = sampled(context).map((entry) => entry.dataList)
    for (const record of records) {
      assume(isGsid(record.Gsid), `A goal's Gsid has another form: ${JSON.stringify(record.Gsid)}.`)
      const due = record.DueDate
      assume(due == null || isCalendarDate(due), `DueDate is no calendar date: ${JSON.stringify(due)}.`)
      for (const field of ['CreatedDate', 'ModifiedDate'] as const) {
        const instant = record[field]
        assume(instant == null || readInstant(instant) !== null, `${field} is no instant: ${JSON.stringify(instant)}.`)
      }
    }
    const prefixes = new Set(records.map((record) => keyPrefixOf(record.Gsid ?? '')))
    const modified = records.filter((record) => record.ModifiedDate != null).length
    return `key prefix ${[...prefixes].join(', ')}; ModifiedDate on ${modified} of ${records.length}`
  },
}

const emptyFields: Check = {
  name: 'fields: empty ones and ones not asked for',
  needs: 'read',
  async run(context) {
    const records = sampled(context).map((entry) => entry.dataList)
    const missing = context.sample.select.filter((field) => records.some((record) => !(field in record)))
    const nulls = context.sample.select.filter((field) => records.some((record) => record[field] === null))
    const only = await pageOf(context, { size: 1 })
    const unasked = Object.keys(only.recordList[0]?.dataList ?? {}).filter((field) => field !== 'Gsid')
    return `left out: ${list(missing)}; null: ${list(nulls)}; given unasked: ${list(unasked)}`
  },
}

const associations: Check = {
  name: 'associated CTAs and plans are readable',
  needs: 'read',
  async run(context) {
    const linked = sampled(context).filter((entry) => idsOf(entry).length > 0)
    if (linked.length === 0) throw new CheckSkipped('none of the goals read is associated with anything')
    for (const gsid of linked.flatMap(idsOf))
      assume(isGsid(gsid), `An associated id is no Gsid: ${JSON.stringify(gsid)}.`)
    const items = linked.flatMap((entry) => [...(entry.associatedCTAs ?? []), ...(entry.associatedSPs ?? [])])
    const shapes = new Set(items.map((item) => (typeof item === 'string' ? 'texts' : 'objects')))
    return `${counted(linked.length, 'goal')} with associations, as ${[...shapes].join(' and ')}`
  },
}

const idsOf = (entry: GoalEntry) => Object.values(associatedIds(entry)).flat()

const pageSize: Check = {
  name: 'the largest page, and a short page is the last',
  needs: 'read',
  async run(context) {
    const { client, sample } = context
    const page = (size: number, pageNumber: number) =>
      client.fetchGoals({ select: ['Gsid'], pageSize: size, pageNumber, ...(sample.where && { where: sample.where }) })
    const passedOver: string[] = []
    const sizes = [5000, 1000, 500, 200, 100]
    if (sample.pageSize < 100) sizes.push(sample.pageSize)
    for (const size of sizes) {
      const tried = await attempt(page(size, sample.firstPage))
      if ('refusal' in tried) {
        passedOver.push(`${size} refused (${styleOf(context.lastAnswer())})`)
        continue
      }
      const given = tried.data.recordList.length
      if (given === size) return [`${size} taken`, ...passedOver].join('; ')
      const next = await page(size, sample.firstPage + 1)
      if (next.recordList.length === 0) return [`${size} taken, with all ${given} goals`, ...passedOver].join('; ')
      passedOver.push(`${size} cut to ${given}`)
      // A size that is cut in silence is kept when it is asked for outright.
      if (!sizes.includes(given)) sizes.push(given)
    }
    throw new Error(`No page size is kept: ${passedOver.join('; ')}.`)
  },
}

const pageOrder: Check = {
  name: 'the order of goals',
  needs: 'read',
  async run(context) {
    sampled(context, 2)
    const first = gsidsOf(await pageOf(context, { size: 50 }))
    const second = gsidsOf(await pageOf(context, { size: 50 }))
    const next = gsidsOf(await pageOf(context, { size: 50, index: 1 }))
    const repeated = next.filter((gsid) => second.includes(gsid)).length
    const order =
      String(first) === String(second) ? 'the same page reads alike twice' : 'the same page differs when read again'
    return repeated > 0 ? `${order}; ${counted(repeated, 'goal')} of page 1 again on page 2` : order
  },
}

const unknownField: Check = {
  name: 'an unknown field in select is told by name, or ignored',
  needs: 'read',
  async run(context) {
    const field = 'NoSuchField__gc'
    const tried = await attempt(pageOf(context, { select: ['Gsid', field], size: 1 }))
    if ('data' in tried) return 'ignored'
    assume(
      field in tried.refusal.fields || 'select' in tried.refusal.fields,
      `The refusal is not known: ${tried.refusal.message}`,
    )
    return `refused, ${field in tried.refusal.fields ? 'named' : 'not named'} (${styleOf(context.lastAnswer())})`
  },
}

const relatedNames: Check = {
  name: 'names behind ids in select',
  needs: 'read',
  async run(context) {
    sampled(context)
    const found: string[] = []
    for (const field of ['StatusId__gr.Name', 'CompanyId__gr.Name', 'CreatedById__gr.Name', 'ModifiedById__gr.Name']) {
      const tried = await attempt(pageOf(context, { select: ['Gsid', field], size: 10 }))
      const isGiven = 'data' in tried && tried.data.recordList.some((entry) => readText(entry.dataList, field) !== null)
      found.push(`${field} ${isGiven ? 'yes' : 'data' in tried ? 'ignored' : 'refused'}`)
    }
    return found.join('; ')
  },
}

const list = (names: string[]) => names.join(', ') || 'none'

export const goalPageChecks: Check[] = [
  listing,
  shape,
  emptyFields,
  associations,
  pageSize,
  pageOrder,
  unknownField,
  relatedNames,
]

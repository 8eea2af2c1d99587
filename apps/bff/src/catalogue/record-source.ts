import { readText, type Row } from '@goalkeeper/gainsight/rows'
import { isRefusal, narrowSelect } from './narrow-select.ts'
import type { FoundRecord } from './record-store.ts'
import type { RowCondition, RowSource, Turn } from './row-source.ts'

/** What is read of a kind, and how a row becomes a record. */
export type RecordShape = {
  /** Beside Gsid and Name. What the tenant refuses to select is left out from then on. */
  fields: () => readonly string[]
  read: (row: Row) => Pick<FoundRecord, 'companyId' | 'data'>
}

/** Records of one kind, read in one way. Each call throws the tenant's refusal. */
export type RecordSource = {
  /** `asked`: the ids that the tenant was asked for, which in the background may be fewer than all. */
  byIds: (ids: readonly string[], turn: Turn) => Promise<{ records: FoundRecord[]; asked: readonly string[] }>
  ofCompany: (companyId: string, turn: Turn) => Promise<RecordList>
  /** Of several companies in as few calls as the tenant allows. */
  ofCompanies: (companyIds: readonly string[], turn: Turn) => Promise<RecordList>
  named: (words: string, turn: Turn) => Promise<FoundRecord[]>
  all: (turn: Turn) => Promise<RecordList>
}
/** `complete` false: there are more than are worth reading at once. */
export type RecordList = { records: FoundRecord[]; complete: boolean }

const required = ['Gsid', 'Name']

/**
 * Ids in one `IN`. How many a tenant takes is not documented: 500 are 20 KB. After a refusal fewer are tried, in the end
 * one by one with EQ, the one operator that is documented for all (reference 2.4).
 */
const batchSizes = [500, 100, 20, 1]
/** In the background no more than these are asked for one by one; the others are when somebody looks at them. */
const singlesInBackground = 50
/** 50,000 companies, or 10,000 CTAs of one company: beyond, a list is no help to people, and names are searched. */
const listCalls = 10

export function createRecordSource(rows: RowSource, shape: RecordShape): RecordSource {
  const refused = new Set<string>()
  let batchStep = 0

  async function read(where: RowCondition | null, page: number, turn: Turn): Promise<Row[]> {
    const optional = shape.fields().filter((field) => !refused.has(field))
    const narrowed = await narrowSelect({ required, optional }, (select) => rows.read({ select, where, page }, turn))
    for (const field of narrowed.refused) refused.add(field)
    return narrowed.result
  }

  const recordsIn = (found: Row[]): FoundRecord[] =>
    found.flatMap((row) => {
      const gsid = readText(row, 'Gsid')
      return gsid ? [{ gsid, name: readText(row, 'Name') ?? gsid, ...shape.read(row) }] : []
    })

  async function pages(where: RowCondition | null, turn: Turn): Promise<RecordList> {
    const records = new Map<string, FoundRecord>()
    for (let page = 0; page < listCalls; page++) {
      const found = await read(where, page, turn)
      for (const record of recordsIn(found)) records.set(record.gsid, record)
      if (found.length < rows.pageRows) return { records: [...records.values()], complete: true }
    }
    return { records: [...records.values()], complete: false }
  }

  async function ask(
    ids: readonly string[],
    turn: Turn,
  ): Promise<{ records: FoundRecord[]; asked: readonly string[] }> {
    const records: FoundRecord[] = []
    let at = 0
    while (at < ids.length) {
      const size = Math.min(batchSizes[batchStep] ?? 1, rows.pageRows)
      if (size === 1 && turn.lane === 'sync' && at >= singlesInBackground) break
      const value = ids.slice(at, at + size)
      try {
        const where: RowCondition = { field: 'Gsid', operator: size === 1 ? 'EQ' : 'IN', value }
        records.push(...recordsIn(await read(where, 0, turn)))
        at += size
      } catch (error) {
        if (!isRefusal(error) || size === 1) throw error
        batchStep += 1
      }
    }
    return { records, asked: ids.slice(0, at) }
  }

  const ofCompany = (companyId: string, turn: Turn) =>
    pages({ field: 'CompanyId', operator: 'EQ', value: [companyId] }, turn)

  return {
    async byIds(ids, turn) {
      const first = await ask(ids, turn)
      const came = new Set(first.records.map(({ gsid }) => gsid))
      const missing = first.asked.filter((id) => !came.has(id))
      if (missing.length === 0 || batchSizes[batchStep] === 1) return first
      // A tenant may answer for a part of a long list only, so what is missing is asked for once more.
      const { records } = await ask(missing, turn)
      if (records.length > 0) batchStep += 1
      return { records: [...first.records, ...records], asked: first.asked }
    },
    ofCompany,
    async ofCompanies(companyIds, turn) {
      try {
        const list = await pages({ field: 'CompanyId', operator: 'IN', value: [...companyIds] }, turn)
        if (list.complete) return list
      } catch (error) {
        if (!isRefusal(error)) throw error
      }
      const lists: RecordList[] = []
      for (const id of companyIds) lists.push(await ofCompany(id, turn))
      return {
        records: lists.flatMap(({ records }) => records),
        complete: lists.every(({ complete }) => complete),
      }
    },
    async named(words, turn) {
      return recordsIn(await read({ field: 'Name', operator: 'CONTAINS', value: [words] }, 0, turn))
    },
    all: (turn) => pages(null, turn),
  }
}

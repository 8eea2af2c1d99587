import type { Row } from '../tenant/field.ts'
import type { GoalStore } from '../tenant/goal-store.ts'
import type { Where } from '../where/where.ts'

const kept = 16

/** Which goals a `where` selects, oldest first. Keeps the last few answers, so that the pages of one search are filtered once. */
export class GoalMatches {
  readonly #goals: GoalStore
  readonly #answers = new Map<string, readonly Row[]>()
  #version: number

  constructor(goals: GoalStore) {
    this.#goals = goals
    this.#version = goals.version
  }

  /** `key` stands for the search: equal keys must mean equal `where`. */
  find(key: string, where: Where): readonly Row[] {
    if (this.#version !== this.#goals.version) this.#answers.clear()
    this.#version = this.#goals.version
    const known = this.#answers.get(key)
    const answer = known ?? this.#candidates(where).filter(where.test)
    this.#answers.delete(key)
    this.#answers.set(key, answer)
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > kept && oldest !== undefined) this.#answers.delete(oldest)
    return answer
  }

  #candidates({ demands }: Where): readonly Row[] {
    const { table } = this.#goals
    const gsids = demands.get('Gsid')
    if (gsids && gsids.length < table.rows.length / 4) {
      const wanted = new Set(gsids)
      const found = [...wanted].map((gsid) => table.byGsid.get(gsid)).filter((row) => row !== undefined)
      return found.toSorted(byAge)
    }
    const companies = demands.get('CompanyId')
    if (companies && companies.length < 1000) {
      const found = [...new Set(companies)].flatMap((company) => this.#goals.ofCompany(company))
      return found.toSorted(byAge)
    }
    return table.rows
  }
}

/** The order of creation, in which the table itself stands. */
const byAge = (a: Row, b: Row) => Number(a['CreatedDate']) - Number(b['CreatedDate']) || (a.Gsid < b.Gsid ? -1 : 1)

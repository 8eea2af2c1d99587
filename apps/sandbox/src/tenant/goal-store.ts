import type { Row } from './field.ts'
import { removeRow, type Table } from './table.ts'

/** Ids of the CTAs and success plans that a goal is associated with. */
export interface Links {
  CTA: readonly string[]
  SP: readonly string[]
}

export interface Goal {
  record: Row
  links: Links
}

const noLinks: Links = { CTA: [], SP: [] }

/** The goals with their associations, and the index by company that keeps a company's page quick among 100,000 goals. */
export class GoalStore {
  readonly table: Table
  /** Goes up with every change, so that a kept result can tell that it is out of date. */
  version = 0
  readonly #links: Map<string, Links>
  readonly #byCompany = new Map<string, Row[]>()

  constructor(table: Table, links: Map<string, Links>) {
    this.table = table
    this.#links = links
    for (const row of table.rows) this.#ofCompany(row).push(row)
  }

  read(gsid: string): Goal | undefined {
    const record = this.table.byGsid.get(gsid)
    return record && { record, links: this.linksOf(gsid) }
  }

  linksOf(gsid: string): Links {
    return this.#links.get(gsid) ?? noLinks
  }

  /** The company's goals, oldest first. */
  ofCompany(companyId: string): readonly Row[] {
    return this.#byCompany.get(companyId) ?? []
  }

  /** Puts in a new goal, or what an existing one has become. */
  save({ record, links }: Goal): void {
    const known = this.table.byGsid.get(record.Gsid)
    if (known) {
      const hasMoved = known['CompanyId'] !== record['CompanyId']
      if (hasMoved) this.#leaveCompany(known)
      Object.assign(known, record)
      if (hasMoved) this.#ofCompany(known).push(known)
    } else {
      this.table.rows.push(record)
      this.table.byGsid.set(record.Gsid, record)
      this.#ofCompany(record).push(record)
    }
    this.#links.set(record.Gsid, links)
    this.version += 1
  }

  remove(gsid: string): boolean {
    const record = this.table.byGsid.get(gsid)
    if (!record) return false
    this.#leaveCompany(record)
    this.#links.delete(gsid)
    this.version += 1
    return removeRow(this.table, gsid)
  }

  #leaveCompany(row: Row): void {
    const siblings = this.#ofCompany(row)
    siblings.splice(siblings.indexOf(row), 1)
  }

  #ofCompany(row: Row): Row[] {
    const companyId = String(row['CompanyId'])
    const known = this.#byCompany.get(companyId)
    if (known) return known
    const fresh: Row[] = []
    this.#byCompany.set(companyId, fresh)
    return fresh
  }
}

import * as common from '@goalkeeper/texts/common'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'

/** What narrows the available items; an empty text narrows nothing. */
export type AvailableFilter = { search: string; type: string; status: string; owner: string }

export const noFilter: AvailableFilter = { search: '', type: '', status: '', owner: '' }

/** Words must all occur in the name, in any order and case. */
export function isWanted(item: LinkedItem, filter: AvailableFilter): boolean {
  const name = (item.name ?? item.gsid).toLowerCase()
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean)
  return (
    words.every((word) => name.includes(word)) &&
    (!filter.type || typeOf(item) === filter.type) &&
    (!filter.status || item.status === filter.status) &&
    (!filter.owner || item.owner === filter.owner)
  )
}

export type Choices = { types: string[]; statuses: string[]; owners: string[] }

/** What the items offer to narrow by, in the order of the alphabet. */
export function choicesOf(items: readonly LinkedItem[]): Choices {
  const distinct = (values: (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].sort((one, other) => one.localeCompare(other))
  return {
    types: distinct(items.map(typeOf)),
    statuses: distinct(items.map(({ status }) => status)),
    owners: distinct(items.map(({ owner }) => owner)),
  }
}

const typeOf = ({ kind, type }: LinkedItem) => (kind === 'SP' ? common.successPlan : (type ?? 'CTA'))

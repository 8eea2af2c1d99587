import { textOfHtml } from '@goalkeeper/filter/html-text'
import { readCalendarDate } from '@goalkeeper/gainsight/dates'
import { associatedIds, type GoalEntry } from '@goalkeeper/gainsight/goals'
import { readText } from '@goalkeeper/gainsight/rows'

export const checkedFields = ['Description', 'DueDate', 'Name'] as const
export type CheckedField = (typeof checkedFields)[number]
export type LinkKind = 'CTA' | 'SP'

/** What a write check looks at on a goal. Empty is null. */
export type GoalState = Record<CheckedField, string | null> & {
  gsid: string
  companyId: string | null
  links: Record<LinkKind, string[]>
  /** The tenant lists one link twice. */
  hasDuplicates: boolean
}

/** What a fetch has to select for `goalStateOf`. */
export const stateSelect = ['Gsid', 'CompanyId', ...checkedFields]

export function goalStateOf(entry: GoalEntry): GoalState {
  const record = entry.dataList
  const links = associatedIds(entry)
  const listed = (entry.associatedCTAs?.length ?? 0) + (entry.associatedSPs?.length ?? 0)
  return {
    gsid: record.Gsid ?? '',
    companyId: readText(record, 'CompanyId'),
    Name: readText(record, 'Name'),
    DueDate: readCalendarDate(record.DueDate),
    Description: readText(record, 'Description'),
    links,
    hasDuplicates: listed > links.CTA.length + links.SP.length,
  }
}

/** A tenant may tidy the HTML that it stores; two descriptions are the same when people read the same. */
export function isSameValue(field: CheckedField, one: string | null, other: string | null): boolean {
  if (one === other) return true
  return field === 'Description' && one !== null && other !== null && textOfHtml(one) === textOfHtml(other)
}

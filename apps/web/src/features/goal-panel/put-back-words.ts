import * as texts from '@goalkeeper/texts/goal-panel'
import type { PutBackItem } from '@goalkeeper/contract/goals'
import type { EditContent } from '#web/shared/writes/edit-store.ts'
import type { UpdateGoalRequest } from '@goalkeeper/gainsight/goal-update'

type Item = Pick<PutBackItem, 'field' | 'now' | 'value' | 'problem'>

export const isLink = ({ field }: Pick<Item, 'field'>) => field === 'CTA' || field === 'SP'
export const idsOf = (value: Item['now']): string[] => (Array.isArray(value) ? value : [])

/** "Put 2 fields and 1 link back": the deed and its size. */
export function deedWords(items: readonly Item[]): string {
  const possible = items.filter(({ problem }) => problem === null)
  const fields = possible.filter((item) => !isLink(item)).length
  const links = possible
    .filter(isLink)
    .reduce((sum, { now, value }) => sum + idsOf(now).length + idsOf(value).length, 0)
  return texts.putBackOf(fields, links)
}

/** What an update changes, as edits are kept. */
export function contentOf({ requests }: UpdateGoalRequest): EditContent {
  const { record: { Gsid: _, ...record } = {}, association, dissociation } = requests[0] ?? {}
  return {
    ...(Object.keys(record).length > 0 && { record }),
    ...(association && { link: association }),
    ...(dissociation && { unlink: dissociation }),
  }
}

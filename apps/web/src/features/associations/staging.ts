import * as texts from '@goalkeeper/texts/associations'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import type { Links } from '@goalkeeper/gainsight/goal-parts'

/** What is to be linked and unlinked, and is not applied yet. By Gsid, with the items as they were seen. */
export type Staged = { link: ReadonlyMap<string, LinkedItem>; unlink: ReadonlyMap<string, LinkedItem> }

export const nothingStaged: Staged = { link: new Map(), unlink: new Map() }

export const sizeOf = ({ link, unlink }: Staged) => link.size + unlink.size

/** Stages the opposite of how the item stands, or takes back what was staged for it. */
export function toggled(staged: Staged, item: LinkedItem, isLinked: boolean): Staged {
  const side = isLinked ? 'unlink' : 'link'
  const next = new Map(staged[side])
  if (!next.delete(item.gsid)) next.set(item.gsid, item)
  return { ...staged, [side]: next }
}

/** What is still to be done when the goal turns out to be associated with `linked`: the rest has happened already. */
export function stillToDo({ link, unlink }: Staged, linked: readonly { gsid: string }[]): Staged {
  const now = new Set(linked.map(({ gsid }) => gsid))
  return {
    link: new Map([...link].filter(([gsid]) => !now.has(gsid))),
    unlink: new Map([...unlink].filter(([gsid]) => now.has(gsid))),
  }
}

/** Links to make and to take away, as one update carries them. */
export type StagedLinks = { link?: Links; unlink?: Links }

/** The staged changes for one update; lists that would be empty are left out. */
export function linksOf(staged: Staged): StagedLinks {
  const link = byKind(staged.link)
  const unlink = byKind(staged.unlink)
  return { ...(link && { link }), ...(unlink && { unlink }) }
}

function byKind(items: ReadonlyMap<string, LinkedItem>): Links | null {
  const of = (kind: LinkedItem['kind']) =>
    [...items.values()].filter((item) => item.kind === kind).map(({ gsid }) => gsid)
  const [CTA, SP] = [of('CTA'), of('SP')]
  if (CTA.length + SP.length === 0) return null
  return { ...(CTA.length > 0 && { CTA }), ...(SP.length > 0 && { SP }) }
}

/** "2 to link, 1 to unlink"; empty when nothing is staged. */
export function stagedWords({ link, unlink }: Staged): string {
  return [link.size > 0 && texts.toLink(link.size), unlink.size > 0 && texts.toUnlink(unlink.size)]
    .filter(Boolean)
    .join(', ')
}

export type Branch = { item: LinkedItem; state: 'linked' | 'to link' | 'to unlink'; isUnderPlan: boolean }

/** The picture of the goal: what is linked and what will be, plans first and each objective under its plan. Removed ones stay in place. */
export function branchesOf(linked: readonly LinkedItem[], staged: Staged): Branch[] {
  const items = [
    ...linked,
    ...[...staged.link.values()].filter(({ gsid }) => !linked.some((item) => item.gsid === gsid)),
  ]
  const branch = (item: LinkedItem, isUnderPlan: boolean): Branch => ({
    item,
    state: staged.unlink.has(item.gsid) ? 'to unlink' : staged.link.has(item.gsid) ? 'to link' : 'linked',
    isUnderPlan,
  })
  return underPlans(items).map(({ item, isUnderPlan }) => branch(item, isUnderPlan))
}

/** Plans first, each followed by its objectives; then the CTAs that no plan here holds. */
export function underPlans(items: readonly LinkedItem[]): { item: LinkedItem; isUnderPlan: boolean }[] {
  const plans = items.filter(({ kind }) => kind === 'SP')
  const ctas = items.filter(({ kind }) => kind === 'CTA')
  const hasPlanHere = ({ planId }: LinkedItem) => plans.some(({ gsid }) => gsid === planId)
  return [
    ...plans.flatMap((plan) => [
      { item: plan, isUnderPlan: false },
      ...ctas.filter(({ planId }) => planId === plan.gsid).map((item) => ({ item, isUnderPlan: true })),
    ]),
    ...ctas.filter((cta) => !hasPlanHere(cta)).map((item) => ({ item, isUnderPlan: false })),
  ]
}

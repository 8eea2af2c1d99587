import * as says from '@goalkeeper/texts/server/change-deeds'
import type { ChangeRow, Deed } from '@goalkeeper/contract/changes'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { addDays, isDay } from '@goalkeeper/filter/dates'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import type { GoalNow } from '#bff/goal-index/goal-update.ts'

/** Why a goal cannot be changed as asked, and what a person can do about it, in a sentence each. */
export type Trouble = { problem: string; remedy: string }

type Sides = { link: Set<string>; unlink: Set<string> }

/** What a goal is to become. */
export type Wish = {
  fields: Map<string, FieldValue>
  links: Record<'CTA' | 'SP', Sides>
  trouble: Trouble | null
  /** Records that a rule found, of which a person has to pick one. */
  choices: ChangeRow['choices']
}

/** Deeds whose links hang on what there is at the goal's own company. */
export type LinkRule = Deed & { kind: 'link-plan' | 'link-ctas-by-name' }

/** What a person has decided about one goal: values in the place of those of the deeds, and the one that they picked. */
export type ByHand = { altered: Record<string, CustomValue>; choice: string | null }

/** Gives what a rule finds for the goal; null: its company cannot be looked into. */
export type Found = (rule: LinkRule) => ChangeRow['choices'] | null

const mostNameLetters = 1000

/** What the deeds, one after the other, and then a person's own values make of a goal. */
export function wishFor(goal: GoalNow, deeds: readonly Deed[], { altered, choice }: ByHand, found: Found): Wish {
  const wish = emptyWish()
  const valueOf = (field: string) => (wish.fields.has(field) ? (wish.fields.get(field) ?? null) : goal.value(field))
  const trouble = (problem: string, remedy: string) => {
    wish.trouble ??= { problem, remedy }
  }

  function apply(deed: Deed): void {
    switch (deed.kind) {
      case 'set':
        wish.fields.set(deed.field, fieldValueOf(deed.value))
        return
      case 'move-due': {
        const due = valueOf('DueDate')
        if (isDay(due)) wish.fields.set('DueDate', addDays(due, deed.days))
        else trouble(says.itHasNoDueDateThat, says.giveItOneByHandOr)
        return
      }
      case 'append':
        wish.fields.set('Description', `${String(valueOf('Description') ?? '')}${deed.html}`)
        return
      case 'replace-in-name': {
        const name = replaced(String(valueOf('Name') ?? ''), deed)
        if (name.trim() === '') trouble(says.itsNameWouldBeEmpty, says.nameItByHandOrTake)
        else if (name.length > mostNameLetters) trouble(says.itsNameWouldBeTooLong, says.nameItByHandOrTake)
        else wish.fields.set('Name', name)
        return
      }
      case 'link':
        for (const gsid of deed.gsids) wish.links[deed.link].link.add(gsid)
        return
      case 'unlink':
        for (const gsid of deed.gsids) wish.links[deed.link].unlink.add(gsid)
        return
      case 'replace-link':
        if (!goal[deed.link].includes(deed.from)) return
        wish.links[deed.link].link.add(deed.to)
        wish.links[deed.link].unlink.add(deed.from)
        return
      case 'link-plan':
        return linkPlan(deed)
      case 'link-ctas-by-name': {
        const ctas = found(deed)
        if (ctas === null) trouble(says.itBelongsToNoCompanyThat, says.linkItByHandOrTake)
        else if (ctas.length === 0) trouble(says.itsCompanyHasNoOpenCta, says.linkOneByHandOrTake)
        for (const { gsid } of ctas ?? []) wish.links.CTA.link.add(gsid)
      }
    }
  }

  function linkPlan(deed: LinkRule): void {
    const plans = found(deed)
    const [only, ...others] = plans ?? []
    const picked = plans?.find(({ gsid }) => gsid === choice)
    if (plans && others.length > 0) wish.choices = plans
    if (plans === null) trouble(says.itBelongsToNoCompanyThat, says.linkItByHandOrTake)
    else if (picked) wish.links.SP.link.add(picked.gsid)
    else if (!only) trouble(says.itsCompanyHasNoSuchSuccess, says.linkOneByHandOrTake)
    else if (others.length > 0) {
      trouble(says.itsCompanyHasSeveralSuch, says.pickOneOfThemOrTake)
    } else wish.links.SP.link.add(only.gsid)
  }

  for (const deed of deeds) apply(deed)
  for (const [field, value] of Object.entries(altered)) wish.fields.set(field, fieldValueOf(value))
  // A person who gave the very values that were missing has mended it.
  if (wish.trouble && isMendedBy(altered, deeds)) wish.trouble = null
  return wish
}

export function emptyWish(): Wish {
  const sides = (): Sides => ({ link: new Set(), unlink: new Set() })
  return { fields: new Map(), links: { CTA: sides(), SP: sides() }, trouble: null, choices: [] }
}

/** What stands for a value of a write where goals are read: lists hold texts. */
export function fieldValueOf(value: CustomValue): FieldValue {
  if (Array.isArray(value)) return value.length > 0 ? value.map(String) : null
  return value === '' ? null : value
}

function isMendedBy(altered: ByHand['altered'], deeds: readonly Deed[]): boolean {
  const fields = deeds.map(({ kind }) => (kind === 'move-due' ? 'DueDate' : kind === 'replace-in-name' ? 'Name' : null))
  return fields.some((field) => field !== null && Object.hasOwn(altered, field))
}

function replaced(name: string, { find, replace, matchCase }: Deed & { kind: 'replace-in-name' }): string {
  const words = new RegExp(RegExp.escape(find), matchCase ? 'gu' : 'giu')
  return name.replace(words, () => replace)
}

import type { ChangeRow, Deed } from '@goalkeeper/contract/changes'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { Connection } from '#bff/connection/connection.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import type { GoalSnapshot } from '#bff/goal-index/goal-snapshots.ts'
import type { Known } from '#bff/goal-index/goal-update.ts'
import type { Caller } from '#bff/http/caller.ts'
import { inParts } from '#bff/in-parts.ts'
import type { DraftRow } from './draft-rows.ts'
import { missingPreview, previewGoal } from './preview-goal.ts'
import type { ByHand, Found, LinkRule } from './wish.ts'

export type PreviewParts = {
  goalIndex: Pick<GoalIndex, 'snapshots'>
  catalogue: Pick<Catalogue, 'fields' | 'statuses' | 'linkedItems' | 'linkablesOfCompanies'>
  connection: Pick<Connection, 'capabilities'>
}

/** What a person has decided about a goal: beside its values, whether it is left out. */
export type Decided = ByHand & { included: boolean }

const undecided: Decided = { altered: {}, choice: null, included: true }

/** As many goals as are worked out at a time, so that memory stays flat. */
const batch = 1_000

export type Preview = ReturnType<typeof createPreview>

/** Works out what deeds make of goals, from what is known of them: no call but for rules that look for links. */
export function createPreview({ goalIndex, catalogue, connection }: PreviewParts) {
  /** The items that deeds link or unlink by their Gsids. */
  function linkedItemsOf(deeds: readonly Deed[], caller: Caller): Promise<LinkedItem[]> {
    const ids = { CTA: new Set<string>(), SP: new Set<string>() }
    for (const deed of deeds) {
      if (deed.kind === 'link' || deed.kind === 'unlink') for (const gsid of deed.gsids) ids[deed.link].add(gsid)
      if (deed.kind === 'replace-link') for (const gsid of [deed.from, deed.to]) ids[deed.link].add(gsid)
    }
    if (ids.CTA.size + ids.SP.size === 0) return Promise.resolve([])
    return catalogue.linkedItems({ ctaIds: ids.CTA, spIds: ids.SP }, caller)
  }

  async function knownFor(linkedItems: readonly LinkedItem[]): Promise<Known> {
    const [fields, statuses] = [await catalogue.fields(), await catalogue.statuses()]
    return { fields, statuses, linkedItems, capabilities: connection.capabilities() }
  }

  /** What the rules find at the companies of these goals. */
  async function finderOf(deeds: readonly Deed[], goals: readonly GoalSnapshot[], caller: Caller) {
    const companies = goals.flatMap(({ companyId }) => companyId ?? [])
    const has = (kind: Deed['kind']) => deeds.some((deed) => deed.kind === kind)
    const none = new Map<string, LinkedItem[]>()
    const plans = has('link-plan') ? await catalogue.linkablesOfCompanies('SP', companies, caller) : none
    const ctas = has('link-ctas-by-name') ? await catalogue.linkablesOfCompanies('CTA', companies, caller) : none
    return (goal: GoalSnapshot): Found =>
      (rule) =>
        foundBy(rule, goal, { plans, ctas })
  }

  async function* rowsOf(
    gsids: readonly string[],
    deeds: readonly Deed[],
    caller: Caller,
    decided: ReadonlyMap<string, Decided> = new Map(),
  ): AsyncGenerator<DraftRow[]> {
    const known = await knownFor(await linkedItemsOf(deeds, caller))
    for (const asked of inParts(gsids, batch)) {
      const goals = await goalIndex.snapshots(asked)
      const finder = await finderOf(deeds, [...goals.values()], caller)
      yield asked.map((gsid) => {
        const goal = goals.get(gsid)
        const byHand = decided.get(gsid) ?? undecided
        return goal ? rowOf(goal, deeds, known, byHand, finder(goal)) : missingRow(gsid)
      })
    }
  }

  return {
    linkedItemsOf,
    knownFor,
    rowsOf,
    /** One goal anew. */
    async row(gsid: string, deeds: readonly Deed[], caller: Caller, decided: Decided): Promise<DraftRow> {
      for await (const [row] of rowsOf([gsid], deeds, caller, new Map([[gsid, decided]]))) if (row) return row
      return missingRow(gsid)
    },
  }
}

export const missingRow = (gsid: string): DraftRow => ({
  ...missingPreview,
  kind: 'update',
  gsid,
  name: gsid,
  companyName: null,
})

function rowOf(goal: GoalSnapshot, deeds: readonly Deed[], known: Known, decided: Decided, found: Found): DraftRow {
  const { included, altered, choice } = decided
  return {
    ...previewGoal(goal, deeds, known, decided, found),
    ...namesOf(goal),
    included,
    altered,
    choice,
  }
}

/** What a row of a goal that is there is called. */
export const namesOf = ({ version, companyName }: GoalSnapshot) => ({
  kind: 'update' as const,
  gsid: version.gsid,
  name: String(version.fields['Name'] ?? version.gsid),
  companyName,
})

function foundBy(
  rule: LinkRule,
  { companyId, version }: GoalSnapshot,
  { plans, ctas }: { plans: Map<string, LinkedItem[]>; ctas: Map<string, LinkedItem[]> },
): ChangeRow['choices'] | null {
  const items = (rule.kind === 'link-plan' ? plans : ctas).get(companyId ?? '')
  if (!items) return null
  const name = String(version.fields['Name'] ?? '')
  const isMeant = (item: LinkedItem) =>
    rule.kind === 'link-plan'
      ? (rule.type === null || item.type === rule.type) && (rule.status === null || item.status === rule.status)
      : item.closed !== true && item.name === name
  return items.filter(isMeant).map(({ gsid, name: called, status, dueDate }) => ({
    gsid,
    name: called ?? gsid,
    hint: [status, dueDate].filter(Boolean).join(', ') || null,
  }))
}

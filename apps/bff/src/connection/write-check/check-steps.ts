import * as texts from '@goalkeeper/texts/server/write-check'
import * as common from '@goalkeeper/texts/server/common'
import type { Findings } from '../capability-store.ts'
import type { CheckLink, CheckPlan } from './check-plan.ts'
import type { CheckedGoal } from './checked-goal.ts'
import { type GoalState, isSameValue, type LinkKind } from './goal-state.ts'

type StepResult = { state: 'passed' | 'failed' | 'skipped'; detail: string; findings?: Findings }
export type CheckStep = {
  name: string
  label: string
  /** Without it nothing else is tried. */
  isEssential: boolean
  run: (goal: CheckedGoal, plan: CheckPlan) => Promise<StepResult>
}

const yes = (found: string, value?: unknown) => ({ state: 'yes', found, value }) as const
const no = (found: string) => ({ state: 'no', found }) as const
const skipped = (detail: string): StepResult => ({ state: 'skipped', detail })

const setStep: CheckStep = {
  name: 'set',
  label: texts.setAField,
  isEssential: true,
  async run(goal, { touches }) {
    const touch = touches.find(({ marked }) => marked !== null)
    if (!touch) return { state: 'failed', detail: texts.theGoalHasNeitherAName }
    const { field, marked } = touch
    const refusal = await goal.write({ record: { [field]: marked } })
    if (refusal) return { state: 'failed', detail: refusal, findings: { update: no(refusal) } }
    if (!isSameValue(field, (await goal.read())[field], marked)) {
      const detail = texts.wasAcceptedAndReadingTheGoal(field)
      return { state: 'failed', detail, findings: { update: no(detail) } }
    }
    const detail = texts.wasSetAndReadBack(field)
    return { state: 'passed', detail, findings: { update: yes(detail) } }
  },
}

function clearStep(field: 'DueDate' | 'Description', label: string): CheckStep {
  const capability = field === 'DueDate' ? 'clearDueDate' : 'clearDescription'
  return {
    name: capability,
    label,
    isEssential: false,
    async run(goal, { touches }) {
      const touch = touches.find((each) => each.field === field)
      if (!touch) return skipped(texts.itIsEmptyOnThisGoal)
      const answers: string[] = []
      for (const word of ['null', 'empty'] as const) {
        const said = word === 'null' ? 'null' : texts.anEmptyText
        const refusal = await goal.write({ record: { [field]: word === 'null' ? null : '' } })
        const now = (await goal.read())[field]
        if (!isSameValue(field, now, touch.before)) await goal.write({ record: { [field]: touch.before } })
        if (!refusal && now === null) {
          const detail = texts.sendingEmptiedIt(said)
          return { state: 'passed', detail, findings: { [capability]: yes(detail, word) } }
        }
        answers.push(refusal ? texts.whatCameOfSending(said, refusal) : texts.sendingWasAcceptedAndEmptied(said))
      }
      const detail = answers.join(' ')
      return { state: 'failed', detail, findings: { [capability]: no(detail) } }
    },
  }
}

const isLinked = (goal: GoalState, { kind, gsid }: CheckLink) => goal.links[kind].includes(gsid)
const nothingToLink = texts.noCtaOrPlanOfThe
const kindNames: Record<LinkKind, string> = { CTA: texts.theCta, SP: texts.theSuccessPlan }

const linkStep: CheckStep = {
  name: 'link',
  label: texts.linkACtaOrPlan,
  isEssential: false,
  async run(goal, { links: [first] }) {
    if (!first) return skipped(nothingToLink)
    const refusal = await goal.write({ link: [first] })
    if (refusal) return { state: 'failed', detail: refusal, findings: { associationInUpdate: no(refusal) } }
    if (isLinked(await goal.read(), first)) {
      const detail = texts.wasLinkedByAnUpdate(kindNames[first.kind])
      return { state: 'passed', detail, findings: { associationInUpdate: yes(detail) } }
    }
    const detail = texts.theUpdateWasAcceptedAndNothing
    return { state: 'failed', detail, findings: { associationInUpdate: no(detail) } }
  },
}

const relinkStep: CheckStep = {
  name: 'relink',
  label: texts.linkItOnceMore,
  isEssential: false,
  async run(goal, { links: [first] }) {
    if (!first || !isLinked(await goal.read(), first)) return skipped(texts.nothingToLinkAgain)
    const refusal = await goal.write({ link: [first] })
    if (refusal) return { state: 'failed', detail: refusal, findings: { relinkHarmless: no(refusal) } }
    const now = await goal.read()
    if (isLinked(now, first) && !now.hasDuplicates) {
      const detail = texts.theLinkIsThereOnce
      return { state: 'passed', detail, findings: { relinkHarmless: yes(detail) } }
    }
    const detail = texts.theLinkIsThereTwice
    return { state: 'failed', detail, findings: { relinkHarmless: no(detail) } }
  },
}

const linkAndUnlinkStep: CheckStep = {
  name: 'linkAndUnlink',
  label: common.linkAndUnlinkInOneCall,
  isEssential: false,
  async run(goal, { links: [first, second] }) {
    if (!first || !second) return skipped(texts.thatNeedsTwoCtasOrPlans)
    if (!isLinked(await goal.read(), first)) return skipped(texts.nothingToUnlink)
    const refusal = await goal.write({ link: [second], unlink: [first] })
    if (refusal) return { state: 'failed', detail: refusal, findings: { linkAndUnlinkInOne: no(refusal) } }
    const now = await goal.read()
    if (isLinked(now, second) && !isLinked(now, first)) {
      const detail = texts.oneWasLinkedAndTheOther
      return { state: 'passed', detail, findings: { linkAndUnlinkInOne: yes(detail) } }
    }
    const detail = texts.itWasAcceptedAndOnlyA
    return { state: 'failed', detail, findings: { linkAndUnlinkInOne: no(detail) } }
  },
}

const unlinkStep: CheckStep = {
  name: 'unlink',
  label: texts.unlink,
  isEssential: false,
  async run(goal, { links }) {
    const now = await goal.read()
    const linked = links.filter((link) => isLinked(now, link))
    if (linked.length === 0) return skipped(texts.nothingIsLinkedThatWasNot)
    const refusal = await goal.write({ unlink: linked })
    if (refusal) return { state: 'failed', detail: refusal }
    const after = await goal.read()
    return linked.some((link) => isLinked(after, link))
      ? { state: 'failed', detail: texts.theLinkIsStillThere }
      : { state: 'passed', detail: texts.readingTheGoalShowsThatThe }
  },
}

/** In the order of the run. Each reads after it has written, because an accepted write may have done nothing. */
export const checkSteps: CheckStep[] = [
  setStep,
  clearStep('DueDate', texts.emptyTheDueDate),
  clearStep('Description', texts.emptyTheDescription),
  linkStep,
  relinkStep,
  linkAndUnlinkStep,
  unlinkStep,
]

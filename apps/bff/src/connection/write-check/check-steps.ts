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
  label: 'Set a field',
  isEssential: true,
  async run(goal, { touches }) {
    const touch = touches.find(({ marked }) => marked !== null)
    if (!touch) return { state: 'failed', detail: 'The goal has neither a name, a due date nor a description.' }
    const { field, marked } = touch
    const refusal = await goal.write({ record: { [field]: marked } })
    if (refusal) return { state: 'failed', detail: refusal, findings: { update: no(refusal) } }
    if (!isSameValue(field, (await goal.read())[field], marked)) {
      const detail = `${field} was accepted, and reading the goal shows another value.`
      return { state: 'failed', detail, findings: { update: no(detail) } }
    }
    const detail = `${field} was set and read back.`
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
      if (!touch) return skipped('It is empty on this goal, so there is nothing to empty.')
      const answers: string[] = []
      for (const word of ['null', 'empty'] as const) {
        const said = word === 'null' ? 'null' : 'an empty text'
        const refusal = await goal.write({ record: { [field]: word === 'null' ? null : '' } })
        const now = (await goal.read())[field]
        if (!isSameValue(field, now, touch.before)) await goal.write({ record: { [field]: touch.before } })
        if (!refusal && now === null) {
          const detail = `Sending ${said} emptied it.`
          return { state: 'passed', detail, findings: { [capability]: yes(detail, word) } }
        }
        answers.push(refusal ? `With ${said}: ${refusal}` : `Sending ${said} was accepted, and emptied nothing.`)
      }
      const detail = answers.join(' ')
      return { state: 'failed', detail, findings: { [capability]: no(detail) } }
    },
  }
}

const isLinked = (goal: GoalState, { kind, gsid }: CheckLink) => goal.links[kind].includes(gsid)
const nothingToLink = 'No CTA or plan of the company is free to be linked: name one.'
const kindNames: Record<LinkKind, string> = { CTA: 'The CTA', SP: 'The success plan' }

const linkStep: CheckStep = {
  name: 'link',
  label: 'Link a CTA or plan',
  isEssential: false,
  async run(goal, { links: [first] }) {
    if (!first) return skipped(nothingToLink)
    const refusal = await goal.write({ link: [first] })
    if (refusal) return { state: 'failed', detail: refusal, findings: { associationInUpdate: no(refusal) } }
    if (isLinked(await goal.read(), first)) {
      const detail = `${kindNames[first.kind]} was linked by an update.`
      return { state: 'passed', detail, findings: { associationInUpdate: yes(detail) } }
    }
    const detail = 'The update was accepted, and nothing was linked.'
    return { state: 'failed', detail, findings: { associationInUpdate: no(detail) } }
  },
}

const relinkStep: CheckStep = {
  name: 'relink',
  label: 'Link it once more',
  isEssential: false,
  async run(goal, { links: [first] }) {
    if (!first || !isLinked(await goal.read(), first)) return skipped('Nothing was linked that could be linked again.')
    const refusal = await goal.write({ link: [first] })
    if (refusal) return { state: 'failed', detail: refusal, findings: { relinkHarmless: no(refusal) } }
    const now = await goal.read()
    if (isLinked(now, first) && !now.hasDuplicates) {
      const detail = 'It was accepted, and the link is there once.'
      return { state: 'passed', detail, findings: { relinkHarmless: yes(detail) } }
    }
    const detail = 'It was accepted, and the link is there twice or not at all.'
    return { state: 'failed', detail, findings: { relinkHarmless: no(detail) } }
  },
}

const linkAndUnlinkStep: CheckStep = {
  name: 'linkAndUnlink',
  label: 'Link and unlink in one call',
  isEssential: false,
  async run(goal, { links: [first, second] }) {
    if (!first || !second) return skipped('That needs two CTAs or plans that are free to be linked.')
    if (!isLinked(await goal.read(), first)) return skipped('Nothing was linked that could be unlinked.')
    const refusal = await goal.write({ link: [second], unlink: [first] })
    if (refusal) return { state: 'failed', detail: refusal, findings: { linkAndUnlinkInOne: no(refusal) } }
    const now = await goal.read()
    if (isLinked(now, second) && !isLinked(now, first)) {
      const detail = 'One was linked and the other unlinked by one update.'
      return { state: 'passed', detail, findings: { linkAndUnlinkInOne: yes(detail) } }
    }
    const detail = 'It was accepted, and only a part of it was done.'
    return { state: 'failed', detail, findings: { linkAndUnlinkInOne: no(detail) } }
  },
}

const unlinkStep: CheckStep = {
  name: 'unlink',
  label: 'Unlink',
  isEssential: false,
  async run(goal, { links }) {
    const now = await goal.read()
    const linked = links.filter((link) => isLinked(now, link))
    if (linked.length === 0) return skipped('Nothing is linked that was not linked before.')
    const refusal = await goal.write({ unlink: linked })
    if (refusal) return { state: 'failed', detail: refusal }
    const after = await goal.read()
    return linked.some((link) => isLinked(after, link))
      ? { state: 'failed', detail: 'It was accepted, and the link is still there.' }
      : { state: 'passed', detail: 'Reading the goal shows that the link is gone.' }
  },
}

/** In the order of the run. Each reads after it has written, because an accepted write may have done nothing. */
export const checkSteps: CheckStep[] = [
  setStep,
  clearStep('DueDate', 'Empty the due date'),
  clearStep('Description', 'Empty the description'),
  linkStep,
  relinkStep,
  linkAndUnlinkStep,
  unlinkStep,
]

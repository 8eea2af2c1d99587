import * as texts from '@goalkeeper/texts/server/write-check'
import { randomUUID } from 'node:crypto'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import type { Database } from '../../database/connect.ts'
import type { Gateway } from '../../gateway/gateway.ts'
import { AppError } from '../../http/app-error.ts'
import type { Caller } from '../../http/caller.ts'
import type { Capabilities } from '../capabilities.ts'
import type { Findings } from '../capability-store.ts'
import { type CheckLink, type CheckPlan, planCheck } from './check-plan.ts'
import { checkSteps } from './check-steps.ts'
import { type CheckStepReport, endCheck, isUnderWay, type OpenCheck, openCheck, readOpenCheck } from './check-store.ts'
import { type CheckedGoal, createCheckedGoal } from './checked-goal.ts'
import type { GoalState } from './goal-state.ts'
import { putBack } from './put-back.ts'

type WriteCheckParts = {
  database: Database
  gateway: Pick<Gateway, 'read' | 'write'>
  capabilities: () => Capabilities
  learn: (findings: Findings) => Promise<void>
  /** CTAs and plans of a company. */
  linkables: (companyId: string, caller: Caller) => Promise<Pick<LinkedItem, 'gsid' | 'kind' | 'closed'>[]>
  now: () => number
}

export type WriteCheckRequest = { gsid: string; ctaId: string | null; planId: string | null; caller: Caller }
export type WriteCheckResult = { passed: boolean; steps: CheckStepReport[] }
export type WriteCheck = {
  run: (request: WriteCheckRequest) => Promise<WriteCheckResult>
  /** Lets a running check put back what it touched, and take no further step. */
  stop: () => Promise<void>
}

/**
 * Sets, empties, links and unlinks on one goal, reads after each, and puts everything back. What the tenant refuses is
 * learned and is no failure of the check; it passes when a field could be set and everything is back as it was.
 */
export function createWriteCheck(parts: WriteCheckParts): WriteCheck {
  const { database, learn, now } = parts
  let running: Promise<WriteCheckResult> | undefined
  let isStopping = false

  async function check({ gsid, ctaId, planId, caller }: WriteCheckRequest): Promise<WriteCheckResult> {
    const earlier = await putBackEarlier(caller)
    if (earlier?.state === 'failed') return { passed: false, steps: [earlier] }
    const goal = createCheckedGoal({ ...parts, gsid, caller })
    const state = await goal.read()
    const plan = planCheck(state, await chooseLinks(parts, state, { ctaId, planId, caller }))
    const open: OpenCheck = { id: randomUUID(), gsid, startedAt: now(), running: true, plan }
    if (!(await openCheck(database, open, caller.actor))) throw alreadyRunning()

    const { steps, findings, isWhole } = await takeSteps(goal, plan)
    const back = await putBack(goal, plan)
    steps.push({ name: 'putBack', label: texts.putEverythingBack, state: stateOf(back), detail: back.detail })
    // A tenant that does not even take the old values back refuses everything, which shows nothing about the rest.
    if (back.done) await learn(findings)
    const passed = isWhole && back.done
    await endCheck(database, open.id, { passed, steps, finishedAt: back.done ? now() : null })
    return { passed, steps: earlier ? [earlier, ...steps] : steps }
  }

  async function takeSteps(goal: CheckedGoal, plan: CheckPlan) {
    const steps: CheckStepReport[] = []
    let findings: Findings = {}
    for (const { name, label, isEssential, run } of checkSteps) {
      try {
        if (isStopping) throw new AppError('stopped', texts.goalkeeperWasStoppedMeanwhile)
        const result = await run(goal, plan)
        steps.push({ name, label, state: result.state, detail: result.detail })
        findings = { ...findings, ...result.findings }
        if (isEssential && result.state === 'failed') return { steps, findings, isWhole: false }
      } catch (error) {
        steps.push({ name, label, state: 'failed', detail: error instanceof Error ? error.message : String(error) })
        return { steps, findings, isWhole: false }
      }
    }
    return { steps, findings, isWhole: true }
  }

  /** What an earlier check left is put back first. Null when none did. */
  async function putBackEarlier(caller: Caller): Promise<CheckStepReport | null> {
    const open = await readOpenCheck(database)
    if (!open) return null
    if (isUnderWay(open, now())) throw alreadyRunning()
    const back = await putBack(createCheckedGoal({ ...parts, gsid: open.gsid, caller }), open.plan)
    const step: CheckStepReport = {
      name: 'putBackEarlier',
      label: texts.putBackWhatAnEarlierCheck,
      state: stateOf(back),
      detail: texts.goalWithDetail(open.gsid, back.detail),
    }
    if (back.done) await endCheck(database, open.id, { passed: false, steps: [step], finishedAt: now() })
    return step
  }

  return {
    async run(request) {
      if (running) throw alreadyRunning()
      running = check(request).finally(() => (running = undefined))
      return running
    },
    async stop() {
      isStopping = true
      await running?.catch(() => undefined)
    },
  }
}

const stateOf = ({ done }: { done: boolean }) => (done ? 'passed' : 'failed')
const alreadyRunning = () => new AppError('conflict', texts.aWriteCheckIsRunningWait)

/** The CTA and the plan that the admin named; else free ones of the goal's company, open ones first. */
async function chooseLinks(
  { linkables }: WriteCheckParts,
  goal: GoalState,
  named: Pick<WriteCheckRequest, 'ctaId' | 'planId' | 'caller'>,
): Promise<CheckLink[]> {
  const chosen: CheckLink[] = [
    ...(named.ctaId ? [{ kind: 'CTA' as const, gsid: named.ctaId }] : []),
    ...(named.planId ? [{ kind: 'SP' as const, gsid: named.planId }] : []),
  ]
  const linked = chosen.find(({ kind, gsid }) => goal.links[kind].includes(gsid))
  if (linked) {
    throw new AppError('invalid', texts.theWriteCheckLinksAndUnlinks, {
      fields: { [linked.kind === 'CTA' ? 'ctaId' : 'planId']: texts.isLinkedToThisGoalAlready },
    })
  }
  if (chosen.length > 0 || !goal.companyId) return chosen
  const free = (await linkables(goal.companyId, named.caller)).filter(
    ({ kind, gsid }) => !goal.links[kind].includes(gsid),
  )
  const best = free.toSorted((one, other) => Number(one.closed ?? false) - Number(other.closed ?? false))
  const [cta, plan] = [best.find(({ kind }) => kind === 'CTA'), best.find(({ kind }) => kind === 'SP')]
  const pair = cta && plan ? [cta, plan] : best.slice(0, 2)
  return pair.map(({ kind, gsid }) => ({ kind, gsid }))
}

import * as texts from '@goalkeeper/texts/server/connection'
import { randomUUID } from 'node:crypto'
import { GainsightError } from '@goalkeeper/gainsight/error'
import type { Links } from '@goalkeeper/gainsight/goal-parts'
import { type GoalEdit, updateGoalBody } from '@goalkeeper/gainsight/goal-update'
import type { Gateway } from '../../gateway/gateway.ts'
import { AppError } from '../../http/app-error.ts'
import type { Caller } from '../../http/caller.ts'
import type { Capabilities } from '../capabilities.ts'
import { oneCondition } from '../probes/probe.ts'
import type { CheckLink } from './check-plan.ts'
import { type CheckedField, type GoalState, goalStateOf, isSameValue, stateSelect } from './goal-state.ts'

/** A field set, or links made and cut, in one update. An empty text and null both ask for an empty field. */
export type CheckWrite = {
  record?: Partial<Record<CheckedField, string | null>>
  link?: CheckLink[]
  unlink?: CheckLink[]
}

/** The one goal of a check. Both throw where the tenant gives no answer; then the check ends and puts back. */
export type CheckedGoal = {
  read: () => Promise<GoalState>
  /** Null when the tenant took it, else why not, in a sentence. */
  write: (write: CheckWrite) => Promise<string | null>
}

type GoalParts = {
  gateway: Pick<Gateway, 'read' | 'write'>
  capabilities: () => Capabilities
  gsid: string
  caller: Caller
}

/** A goal that is read by its Gsid and written through the journal. */
export function createCheckedGoal({ gateway, capabilities, gsid, caller }: GoalParts): CheckedGoal {
  let last: GoalState | undefined

  async function read(): Promise<GoalState> {
    const { recordList } = await gateway.read(
      'fetchGoals',
      {
        select: stateSelect,
        where: oneCondition('Gsid', 'EQ', [gsid]),
        pageSize: 1,
        pageNumber: capabilities().pageBase,
      },
      caller,
    )
    const entry = recordList.find(({ dataList }) => dataList.Gsid === gsid)
    if (!entry) throw new AppError('not-found', texts.gainsightHasNoGoalOfThis)
    last = goalStateOf(entry)
    return last
  }

  /** What the tenant answered in place of a success; null for a success. */
  async function send({ record, link, unlink }: CheckWrite): Promise<{ isRefusal: boolean; said: string } | null> {
    const body = updateGoalBody({ gsid, record: editOf(record), link: idsOf(link), unlink: idsOf(unlink) })
    try {
      await gateway.write({ id: randomUUID(), kind: 'update', body, ...caller, writeCheck: true })
      return null
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'refused-by-tenant') return { isRefusal: true, said: error.message }
      const failure = tenantFailure(error)
      if (failure && isAnswer(failure)) return { isRefusal: false, said: failure.message }
      throw error
    }
  }

  /**
   * Most refusals come in words that nobody knows, and then an answer does not say what was done. Reading does. What was
   * not done twice, with an answer each time, was refused.
   */
  async function write(wanted: CheckWrite): Promise<string | null> {
    const wasSo = last !== undefined && isDone(wanted, last)
    for (let attempt = 1; ; attempt++) {
      const failure = await send(wanted)
      if (!failure) return null
      if (failure.isRefusal) return failure.said
      const isSo = isDone(wanted, await read())
      if (isSo && !wasSo) return null
      if (attempt === 2) return texts.readingTheGoalShowsThatNothing(failure.said)
    }
  }

  return { read, write }
}

/** Silence and a lost connection are no answer, nor is what stands before the tenant while that is away. */
function isAnswer({ kind, status }: GainsightError): boolean {
  return kind === 'broken' && status !== null && ![502, 503, 504].includes(status)
}

/** What the tenant did, behind what people are told of it. */
function tenantFailure(error: unknown): GainsightError | null {
  if (error instanceof GainsightError) return error
  return error instanceof Error ? tenantFailure(error.cause) : null
}

function isDone({ record = {}, link = [], unlink = [] }: CheckWrite, goal: GoalState): boolean {
  const fields = Object.entries(record) as [CheckedField, string | null][]
  const isLinked = ({ kind, gsid }: CheckLink) => goal.links[kind].includes(gsid)
  return (
    fields.every(([field, value]) => isSameValue(field, goal[field], value || null)) &&
    link.every(isLinked) &&
    !unlink.some(isLinked)
  )
}

const idsOf = (links: CheckLink[] = []): Links => ({
  CTA: links.filter(({ kind }) => kind === 'CTA').map(({ gsid }) => gsid),
  SP: links.filter(({ kind }) => kind === 'SP').map(({ gsid }) => gsid),
})

/** A name is never emptied, so it is left out rather than sent as null. */
function editOf({ Name, ...record }: CheckWrite['record'] = {}): GoalEdit {
  return { ...record, ...(Name && { Name }) }
}

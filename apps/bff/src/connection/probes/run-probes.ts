import { GainsightError } from '@goalkeeper/gainsight/error'
import type { Findings } from '../capability-store.ts'
import type { Capabilities } from '../capabilities.ts'
import { isTenantAway } from '../../catalogue/no-answer.ts'
import { standardGoalFields } from '../../catalogue/standard-fields.ts'
import { expressionProbe, modifiedSinceProbe, operatorsProbe } from './filter-probes.ts'
import { describeProbe, listProbe, objectListProbe, objectQueryProbes } from './lookup-probes.ts'
import { orderProbe, pageBaseProbe, pageMaximumProbe, whereOptionalProbe } from './paging-probes.ts'
import { everyGoal, type GoalSample, type Probe, type ReadForProbe, samplesOf } from './probe.ts'
import {
  associationShapeProbe,
  errorStyleProbe,
  selectStyleProbe,
  standardFieldsProbe,
  statusNameProbe,
} from './select-probes.ts'

/** In an order in which each has what it needs from those before it; what a sweep needs comes first. */
const inOrder: Probe[] = [
  whereOptionalProbe,
  standardFieldsProbe,
  pageBaseProbe,
  pageMaximumProbe,
  orderProbe,
  modifiedSinceProbe,
  statusNameProbe,
  objectListProbe,
]
/** What needs those above and not each other is asked side by side: the first list of a new tenant waits for all of it. */
const sideBySide: Probe[][] = [
  [describeProbe, ...objectQueryProbes],
  [operatorsProbe],
  [expressionProbe, selectStyleProbe, associationShapeProbe, errorStyleProbe, listProbe],
]

type ProbeRun = {
  read: ReadForProbe
  capabilities: () => Capabilities
  learn: (findings: Findings) => Promise<void>
  /** A question that got no answer, and why. */
  unanswered: (asks: Probe['asks'], error: GainsightError) => Promise<void>
}

/**
 * Asks everything, reads only. What is found is kept after each probe. A question that the tenant does not answer keeps
 * what was known of it; a tenant that cannot be reached, or does not take the key, ends the run: that is thrown.
 */
export async function runProbes(run: ProbeRun): Promise<void> {
  let goals: Promise<GoalSample[]> | undefined
  let isAnswered = false
  const sample = () => (goals ??= readSample(run))
  const ask = async (probe: Probe) => {
    try {
      await run.learn(await probe.run({ read: run.read, capabilities: run.capabilities, sample }))
      isAnswered = true
    } catch (error) {
      if (!(error instanceof GainsightError) || isTenantAway(error)) throw error
      // A key that some call has accepted may still not be good for every other.
      if (error.kind === 'unauthorized' && !isAnswered) throw error
      await run.unanswered(probe.asks, error)
    }
  }
  const askAll = async (probes: Probe[]) => {
    for (const probe of probes) await ask(probe)
  }
  await askAll(inOrder)
  const asked = await Promise.allSettled(sideBySide.map(askAll))
  for (const outcome of asked) if (outcome.status === 'rejected') throw outcome.reason
}

async function readSample({ read, capabilities }: ProbeRun): Promise<GoalSample[]> {
  const { refusedFields, pageBase, pageMaximum } = capabilities()
  const reply = await read(
    'fetchGoals',
    everyGoal(capabilities(), {
      select: standardGoalFields.filter((name) => !refusedFields.has(name)),
      pageSize: Math.min(100, pageMaximum),
      pageNumber: pageBase,
    }),
  )
  return samplesOf(reply.recordList)
}
